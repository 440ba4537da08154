/** The block of cells from row `top` to `bottom` and column `left` to `right`, all included, counted from 0. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What a spreadsheet without records would show: texts in a grid, and the plain meaning of every command on them. */
export class PlainGrid {
  #rows: string[][] = [];

  constructor(readonly columns: number) {}

  get length(): number {
    return this.#rows.length;
  }

  get(row: number, column: number): string {
    return this.#rows[row]?.[column] ?? '';
  }

  set(row: number, column: number, text: string): void {
    while (this.#rows.length <= row) this.#rows.push(this.#blank());
    const cells = this.#rows[row];
    if (cells) cells[column] = text;
  }

  row(row: number): readonly string[] {
    return this.#rows[row] ?? this.#blank();
  }

  insertRows(at: number, count: number): void {
    while (this.#rows.length < at) this.#rows.push(this.#blank());
    this.#rows.splice(at, 0, ...Array.from({ length: count }, () => this.#blank()));
  }

  removeRows(top: number, bottom: number): void {
    this.#rows.splice(top, bottom - top + 1);
  }

  /** Rows `top`…`bottom` go before what is row `to` now. */
  moveRows(top: number, bottom: number, to: number): void {
    const end = Math.max(bottom + 1, to);
    while (this.#rows.length < end) this.#rows.push(this.#blank());
    const moved = this.#rows.splice(top, bottom - top + 1);
    this.#rows.splice(to > bottom ? to - moved.length : to, 0, ...moved);
  }

  clear({ top, bottom, left, right }: Block): void {
    for (let r = top; r <= bottom; r++)
      for (let c = left; c <= right; c++) if (this.get(r, c) !== '') this.set(r, c, '');
  }

  /** Cuts a block and puts it with its corner at another place. */
  moveBlock(block: Block, row: number, column: number): void {
    const texts = this.#copy(block);
    this.clear(block);
    texts.forEach((line, r) => {
      line.forEach((text, c) => {
        if (column + c >= 0 && column + c < this.columns) this.set(row + r, column + c, text);
      });
    });
  }

  /** Inserts blank cells; what stood there and below moves down. */
  shiftDown({ top, bottom, left, right }: Block): void {
    const by = bottom - top + 1;
    for (let r = this.length - 1 + by; r >= top; r--) {
      for (let c = left; c <= right; c++) this.set(r, c, r - by >= top ? this.get(r - by, c) : '');
    }
  }

  /** Takes cells out; what stands below moves up. */
  shiftUp({ top, bottom, left, right }: Block): void {
    const by = bottom - top + 1;
    for (let r = top; r < this.length; r++) for (let c = left; c <= right; c++) this.set(r, c, this.get(r + by, c));
  }

  /** Puts the rows of a block into an order: row → the row whose texts it gets. */
  reorder(order: ReadonlyMap<number, number>, left: number, right: number): void {
    const texts = new Map([...order.values()].map((row) => [row, [...this.row(row)]]));
    for (const [row, from] of order) for (let c = left; c <= right; c++) this.set(row, c, texts.get(from)?.[c] ?? '');
  }

  clone(): PlainGrid {
    const copy = new PlainGrid(this.columns);
    copy.#rows = this.#rows.map((row) => [...row]);
    return copy;
  }

  #blank(): string[] {
    return new Array<string>(this.columns).fill('');
  }

  #copy({ top, bottom, left, right }: Block): string[][] {
    const lines: string[][] = [];
    for (let r = top; r <= bottom; r++) {
      const line: string[] = [];
      for (let c = left; c <= right; c++) line.push(this.get(r, c));
      lines.push(line);
    }
    return lines;
  }
}
