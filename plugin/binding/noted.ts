import type { RowMap } from './row-map.ts';
import type { TableSheet } from './table-sheet.ts';
import { type Effect, effectOf, mayTouchHeaders, writtenColumns } from './touched.ts';

/** What mutations have left to be compared on one sheet, until the command is settled. Noting is cheap. */
export class Noted {
  readonly touched = new Set<number>();
  /** Row of arrival → the record whose contents were moved there by a command that says so. */
  readonly moved = new Map<number, string>();
  /** Who stood in a row before the cells of rows changed places. */
  readonly stood = new Map<number, string | null>();
  /** Records whose rows were deleted as rows. */
  readonly deleted = new Set<string>();
  /** Records that had a row before the command and may have lost it. */
  readonly formerly = new Set<string>();
  /** Columns that were written one by one, per row; `null` where a command did more than that. */
  private readonly written = new Map<number, Set<number> | null>();
  /** Rows that a paste reached. */
  readonly pasted = new Set<number>();
  everything = false;
  orderDirty = false;
  /** Something above the body was touched. */
  header = false;
  /** The header row right of the table may have changed. */
  ownHeaders = false;

  constructor(
    private readonly sheet: TableSheet,
    private readonly map: RowMap,
  ) {}

  get pending(): boolean {
    return (
      this.header ||
      this.ownHeaders ||
      this.everything ||
      this.touched.size > 0 ||
      this.formerly.size > 0 ||
      this.orderDirty
    );
  }

  /** Notes what a mutation may have changed. */
  note(id: string, params: object): void {
    const { sheet } = this;
    if (mayTouchHeaders(id, params, sheet.headerRow)) this.ownHeaders = true;
    const effect = effectOf(id, params, sheet.idColumn, sheet.lastColumn, sheet.reach);
    if (!effect) return;
    this.noteEffect(effect);
    if (effect.kind === 'all') return;
    const cells = effect.kind === 'values' ? writtenColumns(params) : null;
    for (const row of effect.rows) this.noteWritten(row, cells?.get(row) ?? null);
  }

  /** The columns of a row that were written since, if it was by cells alone; `null` says that any may have been. */
  writtenIn(row: number): ReadonlySet<number> | null {
    return this.everything ? null : (this.written.get(row) ?? null);
  }

  private noteWritten(row: number, columns: readonly number[] | null): void {
    const known = this.written.get(row);
    if (known === null) return;
    if (columns === null) this.written.set(row, null);
    else if (known === undefined) this.written.set(row, new Set(columns));
    else for (const column of columns) known.add(column);
  }

  /** Every row of the body, when something not known happened. */
  spread(): void {
    if (!this.everything) return;
    for (let row = this.sheet.firstRow; row < this.sheet.rowCount; row++) this.touched.add(row);
  }

  /** Remembers who stands in a row, if that was not remembered before. */
  remember(row: number): void {
    if (!this.stood.has(row)) this.stood.set(row, this.map.idAt(row));
  }

  clear(): void {
    this.written.clear();
    for (const set of [this.touched, this.moved, this.stood, this.deleted, this.formerly, this.pasted]) set.clear();
    this.everything = false;
    this.orderDirty = false;
  }

  private noteEffect(effect: Effect): void {
    if (effect.kind === 'all') {
      this.everything = true;
      this.takeStructure(false);
      return;
    }
    // Rows noted before a structural change have other numbers after it; comparing all of them is the safe way.
    if (effect.kind === 'rows' && this.touched.size > 0) this.everything = true;
    if (effect.kind !== 'rows') for (const row of effect.rows) this.remember(row);
    if (effect.kind === 'cells') {
      const ids = new Map([...effect.source].map(([row, from]) => [row, this.map.idAt(from)]));
      this.takeStructure(false);
      for (const [row, id] of ids) if (id !== null) this.moved.set(row, id);
    }
    if (effect.kind === 'rows') this.takeStructure(effect.removed);
    for (const row of effect.rows) {
      if (row >= this.sheet.firstRow) this.touched.add(row);
      else this.header = true;
    }
  }

  private takeStructure(removed: boolean): void {
    const before = [...this.map.ids()];
    this.map.rebuild(this.sheet.rowCount, (row) => this.sheet.readId(row));
    this.orderDirty = true;
    for (const id of before) {
      if (this.map.rowOf(id) !== undefined) continue;
      this.formerly.add(id);
      if (removed) this.deleted.add(id);
    }
  }
}
