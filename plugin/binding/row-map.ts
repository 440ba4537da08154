/**
 * Which record stands in which row of a bound sheet, and its running number. Rows count from 0, as Univer's do.
 * The sheet carries the ids too (in `custom` of the first bound column), because there they survive every structural
 * command; this map is what is asked, since asking the cells would cost a scan.
 */
export class RowMap {
  private byRow: (string | null)[] = [];
  private readonly rows = new Map<string, number>();
  private numbers: Int32Array | null = null;

  /** @param firstRow The first row that may hold a record. */
  constructor(readonly firstRow: number) {}

  idAt(row: number): string | null {
    return this.byRow[row] ?? null;
  }

  rowOf(id: string): number | undefined {
    return this.rows.get(id);
  }

  /** 序号 of the record in this row, 1…n; 0 where there is none. */
  numberAt(row: number): number {
    if (this.numbers === null) this.numbers = countRows(this.byRow);
    return this.numbers[row] ?? 0;
  }

  /** The last row with a record, or the row above the first one. */
  get lastRow(): number {
    for (let row = this.byRow.length - 1; row >= this.firstRow; row--) if (this.byRow[row]) return row;
    return this.firstRow - 1;
  }

  get size(): number {
    return this.rows.size;
  }

  /** Binds a row; a record stands in one row at most, so its former row becomes free. */
  set(row: number, id: string | null): void {
    const former = this.byRow[row] ?? null;
    if (former === id) return;
    if (former !== null && this.rows.get(former) === row) this.rows.delete(former);
    if (id !== null) {
      const elsewhere = this.rows.get(id);
      if (elsewhere !== undefined) this.byRow[elsewhere] = null;
      this.rows.set(id, row);
    }
    while (this.byRow.length <= row) this.byRow.push(null);
    this.byRow[row] = id;
    this.numbers = null;
  }

  /** Takes over who stands where, in a sheet of so many rows: the cells say the same, but are not all written yet. */
  place(rows: ReadonlyMap<string, number>, rowCount: number): this {
    this.byRow = new Array<string | null>(rowCount).fill(null);
    this.rows.clear();
    this.numbers = null;
    for (const [id, row] of rows) {
      this.byRow[row] = id;
      this.rows.set(id, row);
    }
    return this;
  }

  /**
   * Takes all bindings anew from the sheet. An id met a second time (a copied row) is left out there.
   * @returns The rows whose binding differs from before.
   */
  rebuild(rowCount: number, read: (row: number) => string | null): Set<number> {
    const before = this.byRow;
    const changed = new Set<number>();
    this.byRow = new Array<string | null>(rowCount).fill(null);
    this.rows.clear();
    this.numbers = null;
    for (let row = this.firstRow; row < rowCount; row++) {
      const id = read(row);
      if (id !== null && !this.rows.has(id)) {
        this.byRow[row] = id;
        this.rows.set(id, row);
      }
      if ((before[row] ?? null) !== this.byRow[row]) changed.add(row);
    }
    return changed;
  }

  /** Records from the first row to the last. */
  *ids(): IterableIterator<string> {
    for (const id of this.byRow) if (id) yield id;
  }

  /** The first record below this row. */
  nextId(row: number): string | null {
    for (let at = row + 1; at < this.byRow.length; at++) {
      const id = this.byRow[at];
      if (id) return id;
    }
    return null;
  }
}

function countRows(byRow: readonly (string | null)[]): Int32Array {
  const numbers = new Int32Array(byRow.length);
  let n = 0;
  byRow.forEach((id, row) => {
    if (id) numbers[row] = ++n;
  });
  return numbers;
}
