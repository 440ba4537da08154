import type { IRange } from '@univerjs/core';
import type { RecordStore, StoreChange } from '../../records/store.contract.ts';
import type { Patch } from '../../records/types.ts';
import { type Bindings, carryOut } from './carry-out.ts';
import type { Looks, TableLooks } from './looks.ts';
import { type ReconcileContext, reconcile, type TouchedRow } from './reconcile.ts';
import { RowMap } from './row-map.ts';
import type { TableSheet } from './table-sheet.ts';
import { type Effect, effectOf } from './touched.ts';

/** What a settled command adds to its undo step. */
export interface Settled {
  readonly patch: Patch;
  readonly inverse: Patch;
  readonly bind: Bindings;
  readonly unbind: Bindings;
  /** Looks that a paste had changed and that were set right; a redo has to set them right again. */
  readonly looks: Looks | null;
}

export interface BoundTableOptions {
  readonly store: RecordStore;
  readonly entity: string;
  readonly keyField: string | null;
  readonly nameField: string | null;
  readonly normaliseKey: (typed: string) => string;
  /** The day that deletions are dated with, `2017-11-30`. */
  readonly today: () => string;
  /** Fields that offer a list. */
  readonly choiceFields: ReadonlySet<string>;
  readonly looks: TableLooks;
  /** Keeps title and header. */
  readonly header: { restore(): readonly string[] };
}

/**
 * One sheet as the view of one entity's records. Mutations only mark rows; `settle` compares the marked rows with the
 * records once the command is through, so it does not matter which command it was.
 */
export class BoundTable {
  readonly map: RowMap;
  private readonly touched = new Set<number>();
  private readonly followed = new Set<string>();
  private readonly rebound: (readonly [row: number, id: string | null])[] = [];
  private readonly moved = new Map<number, string>();
  private readonly deleted = new Set<string>();
  private readonly formerly = new Set<string>();
  private everything = false;
  private orderDirty = false;
  private readonly pasted = new Set<number>();
  private settling = false;
  private headerTouched = false;
  private readonly restoredCells: string[] = [];

  constructor(
    readonly sheet: TableSheet,
    readonly options: BoundTableOptions,
  ) {
    this.map = new RowMap(sheet.firstRow);
    this.map.rebuild(sheet.rowCount, (row) => sheet.readId(row));
  }

  get firstColumn(): number {
    return this.sheet.idColumn;
  }

  get lastColumn(): number {
    return this.sheet.lastColumn;
  }

  /** The field shown in a column, 序号 aside. */
  fieldAt(column: number): string | undefined {
    return this.sheet.fields.get(column);
  }

  /** The cells of title and header that were written over and put back since last asked. */
  takeRestored(): string[] {
    return this.restoredCells.splice(0);
  }

  /** Rows that a paste is about to reach: they exist afterwards, and get the table's look back once it is through. */
  beforePaste(rows: readonly number[]): void {
    const last = rows.at(-1);
    if (last === undefined) return;
    this.sheet.ensureRows(last);
    for (const row of rows) this.pasted.add(row);
  }

  /** Notes what a mutation may have changed. Cheap: nothing is compared yet. */
  note(id: string, params: object): void {
    const effect = effectOf(id, params, this.firstColumn, this.lastColumn);
    if (effect) this.noteEffect(effect);
  }

  private noteEffect(effect: Effect): void {
    if (effect.kind === 'all') {
      this.everything = true;
      this.takeStructure(false);
      return;
    }
    // Rows noted before a structural change have other numbers after it; comparing all of them is the safe way.
    if (effect.kind === 'rows' && this.touched.size > 0) this.everything = true;
    if (effect.kind === 'cells') {
      const ids = new Map([...effect.source].map(([row, from]) => [row, this.map.idAt(from)]));
      this.takeStructure(false);
      for (const [row, id] of ids) if (id !== null) this.moved.set(row, id);
      this.orderDirty = true;
    }
    if (effect.kind === 'rows') this.takeStructure(effect.removed);
    for (const row of effect.rows) {
      if (row >= this.sheet.firstRow) this.touched.add(row);
      else this.headerTouched = true;
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

  get pending(): boolean {
    return (
      this.headerTouched ||
      this.everything ||
      this.touched.size > 0 ||
      this.formerly.size > 0 ||
      this.orderDirty ||
      this.followed.size > 0 ||
      this.rebound.length > 0
    );
  }

  /**
   * Turns what was noted into one patch, applies it, and writes back what the records make of it (normal forms, derived
   * values). Answers `null` when the records did not change.
   */
  settle(): Settled | null {
    if (!this.pending || this.settling) return null;
    this.settling = true;
    try {
      this.keepHeader();
      const rows = this.readTouched();
      const plan = reconcile(rows, this.context());
      const { patch, bind, unbind } = carryOut(rows, plan, {
        ...this.options,
        map: this.map,
        sheet: this.sheet,
        moved: this.orderDirty,
      });
      const inverse = patch.length === 0 ? [] : this.options.store.apply(patch, 'sheet').inverse;
      this.writeBack(rows.map((r) => r.row));
      const looks = this.options.looks.restore(this.pasted);
      return patch.length === 0 && bind.length === 0 && looks === null ? null : { patch, inverse, bind, unbind, looks };
    } finally {
      this.forget();
      this.settling = false;
    }
  }

  private keepHeader(): void {
    if (!this.headerTouched && !this.everything) return;
    this.headerTouched = false;
    this.restoredCells.push(...this.options.header.restore());
  }

  private readTouched(): TouchedRow[] {
    if (this.everything) for (let row = this.sheet.firstRow; row < this.sheet.rowCount; row++) this.touched.add(row);
    return [...this.touched]
      .filter((row) => row < this.sheet.rowCount)
      .sort((a, b) => a - b)
      .map((row) => ({
        row,
        id: this.map.idAt(row),
        texts: this.sheet.readRow(row),
        moved: this.moved.get(row) ?? null,
      }))
      .filter((r) => r.id !== null || r.moved !== null || Object.values(r.texts).some((t) => t !== ''));
  }

  private context(): ReconcileContext {
    const { store, entity, keyField, nameField, normaliseKey, today } = this.options;
    return {
      store,
      entity,
      keyField,
      nameField,
      normaliseKey,
      rowOf: (id) => this.map.rowOf(id),
      nextId: (row) => this.map.nextId(row),
      deleted: this.deleted,
      formerly: this.formerly,
      today: today(),
    };
  }

  /** Makes rows show their records again; free rows show nothing in the bound columns. */
  private writeBack(rows: Iterable<number>): void {
    const { store, entity } = this.options;
    const written: number[] = [];
    for (const row of rows) {
      if (row < this.sheet.firstRow || row >= this.sheet.rowCount) continue;
      const id = this.map.idAt(row);
      this.sheet.writeId(row, id);
      this.sheet.writeRow(row, id === null ? () => '' : (field) => store.text(entity, id, field));
      if (id !== null) written.push(row);
    }
    this.sheet.flush();
    this.sheet.fitRows(written, (row, field) => store.text(entity, this.map.idAt(row) ?? '', field));
    this.sheet.ensureRows(this.map.lastRow);
  }

  private forget(): void {
    this.touched.clear();
    this.pasted.clear();
    this.moved.clear();
    this.deleted.clear();
    this.formerly.clear();
    this.everything = false;
    this.orderDirty = false;
  }

  /**
   * After undo, redo and changes from elsewhere the records are right whatever the cells say: the rows concerned are
   * written from them. Whose a row is, the sheet says (a deleted row that came back carries its id), then the patch.
   */
  restore(): void {
    this.keepHeader();
    if (this.everything) for (let row = this.sheet.firstRow; row < this.sheet.rowCount; row++) this.touched.add(row);
    for (const row of this.touched) this.map.set(row, this.sheet.readId(row));
    for (const [row, id] of this.rebound) if (id === null) this.map.set(row, null);
    for (const [row, id] of this.rebound) if (id !== null) this.map.set(row, id);
    const rows = new Set([...this.touched, ...this.rebound.map(([row]) => row)]);
    for (const id of this.followed) rows.add(this.follows(id));
    for (const row of rows) {
      const id = this.map.idAt(row);
      if (id !== null && !isPlaced(this.options.store, this.options.entity, id)) this.map.set(row, null);
    }
    this.followed.clear();
    this.rebound.length = 0;
    this.forget();
    this.writeBack(rows);
  }

  /** Binds rows as a patch that is being undone or redone says; carried out by `restore`. */
  rebind(bindings: Bindings): void {
    this.rebound.push(...bindings);
  }

  /** Notes a change that did not come from this sheet, for `restore`. */
  follow(change: StoreChange): void {
    if (this.settling) return;
    if (change.settingsChanged) for (const id of this.map.ids()) this.followed.add(id);
    for (const id of change.touched.get(this.options.entity)?.keys() ?? []) this.followed.add(id);
  }

  /** The row of a changed record, -1 where it has and needs none. */
  private follows(id: string): number {
    const row = this.map.rowOf(id);
    if (row !== undefined || !isPlaced(this.options.store, this.options.entity, id)) return row ?? -1;
    return this.give(id);
  }

  /** A row for a record that has none: the first free one below the last person. */
  private give(id: string): number {
    const row = this.map.lastRow + 1;
    this.sheet.ensureRows(row);
    this.map.set(row, id);
    return row;
  }

  /** Whether a range meets the bound columns of the body. */
  covers(range: IRange): boolean {
    return (
      range.endRow >= this.sheet.firstRow && range.startColumn <= this.lastColumn && range.endColumn >= this.firstColumn
    );
  }
}

/** Whether a record stands in the table: in force, and not listed as 未在表中. */
export function isPlaced(store: RecordStore, entity: string, id: string): boolean {
  const record = store.get(entity, id);
  if (!record || record['unplaced'] === true) return false;
  const status = record['status'];
  return status === undefined || status === null || status === '' || status === '在库';
}
