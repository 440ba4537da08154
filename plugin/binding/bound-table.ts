import { isListed } from '../../records/in-force.ts';
import type { StoreChange } from '../../records/store.contract.ts';
import type { Patch } from '../../records/types.ts';
import type { BoundSheet } from './bound-sheet.ts';
import { type BoundTableOptions, NOTHING_SETTLED, type Settled } from './bound-table-types.ts';
import { type Binding, type Bindings, carryOut, orderOfRows } from './carry-out.ts';
import { childFinder } from './children.ts';
import { Gaps } from './gaps.ts';
import { Noted } from './noted.ts';
import { leftOver, ownText } from './own-columns.ts';
import { type Plan, type ReconcileContext, reconcile, type TouchedRow } from './reconcile.ts';
import { RowMap } from './row-map.ts';
import { Rowless } from './rowless.ts';
import { inOrder, Seating } from './seating.ts';
import { TableFace } from './table-face.ts';
import type { TableSheet } from './table-sheet.ts';
import type { BlockPart } from './text-block.ts';
import { type Comers, comersBetween, seatsOf } from './weave-comers.ts';

/**
 * One sheet as the view of one entity's records. Mutations only mark rows; `settle` compares the marked rows with the
 * records once the command is through, so it does not matter which command it was.
 */
export class BoundTable extends TableFace implements BoundSheet {
  readonly map: RowMap;
  private readonly noted: Noted;
  private readonly rowless: Rowless;
  private readonly seating: Seating;
  private readonly followed = new Set<string>();
  private readonly rebound: Binding[] = [];
  private part: BlockPart | null = null;
  private settling = false;
  /** Headers of own columns, those too that went since the last settling. */
  private readonly headers = new Set<string>();
  private readonly restoredCells: string[] = [];

  constructor(
    readonly sheet: TableSheet,
    rows: ReadonlyMap<string, number>,
    readonly options: BoundTableOptions,
  ) {
    super();
    sheet.readOwnColumns();
    for (const { header } of sheet.ownColumns) this.headers.add(header);
    this.map = new RowMap(sheet.firstRow).place(rows, sheet.rowCount);
    this.noted = new Noted(sheet, this.map);
    this.seating = new Seating(this.map, sheet);
    this.rowless = new Rowless(options.store, options.entity, options.keyField);
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
    this.sheet.dressRows(rows);
    for (const row of rows) this.noted.pasted.add(row);
  }

  /** What texts over these rows will mean: who stands where. */
  plan(rows: readonly TouchedRow[]): Plan {
    return reconcile(rows, this.context());
  }

  /** Has the next settling carry out a part of a block of texts, instead of what was noted. */
  take(part: BlockPart): void {
    this.part = part;
  }

  /** Notes what a mutation may have changed. Cheap: nothing is compared yet. */
  note(id: string, params: object): void {
    this.noted.note(id, params);
  }

  get pending(): boolean {
    return this.part !== null || this.noted.pending || this.followed.size > 0 || this.rebound.length > 0;
  }

  /**
   * Turns what was noted into one patch, applies it, and writes back what the records make of it (normal forms, derived
   * values). Answers `null` when the records did not change.
   */
  settle(): Settled | null {
    if (!this.pending || this.settling) return null;
    this.settling = true;
    const { part } = this;
    this.part = null;
    try {
      if (part) return this.carry(part.rows, part.plan, { moved: part.last, more: !part.last });
      this.keepHeader();
      this.readHeaders();
      const rows = this.readTouched();
      const settled = this.carry(rows, this.plan(rows), { moved: this.noted.orderDirty }, this.noted.touched);
      const looks = this.options.looks.restore(this.noted.pasted);
      return looks === null ? settled : { ...(settled ?? NOTHING_SETTLED), looks };
    } finally {
      if (!part) this.forget();
      this.settling = false;
    }
  }

  /** @param touched Rows to be written back: blank ones too, since a command may have taken their text format along */
  private carry(
    rows: readonly TouchedRow[],
    plan: Plan,
    order: { readonly moved: boolean; readonly more?: boolean },
    touched: Iterable<number> = rows.map(({ row }) => row),
  ): Settled | null {
    const { options, map, sheet, headers } = this;
    const { patch, bind, unbind } = carryOut(rows, plan, { ...options, map, sheet, headers, ...order });
    const inverse = patch.length === 0 ? [] : options.store.apply(patch, 'sheet').inverse;
    this.writeBack(touched);
    return patch.length === 0 && bind.length === 0 ? null : { patch, inverse, bind, unbind, looks: null };
  }

  private keepHeader(): void {
    if (!this.noted.header && !this.noted.everything) return;
    this.noted.header = false;
    this.restoredCells.push(...this.options.header.restore());
  }

  /** Takes up own columns that came, went or moved; then every row may show other texts. */
  private readHeaders(): void {
    if (!this.noted.ownHeaders && !this.noted.everything) return;
    this.noted.ownHeaders = false;
    if (!this.sheet.readOwnColumns()) return;
    for (const { header } of this.sheet.ownColumns) this.headers.add(header);
    this.noted.everything = true;
  }

  private readTouched(): TouchedRow[] {
    const { touched, stood, moved } = this.noted;
    this.noted.spread();
    return [...touched]
      .filter((row) => row < this.sheet.rowCount)
      .sort((a, b) => a - b)
      .map((row) => ({
        row,
        id: this.map.idAt(row),
        texts: this.sheet.readRow(row),
        own: this.sheet.readOwn(row),
        stood: stood.has(row) ? (stood.get(row) ?? null) : this.map.idAt(row),
        moved: moved.get(row) ?? null,
        written: this.noted.writtenIn(row),
      }))
      .filter(
        (r) => r.id !== null || r.stood !== null || r.moved !== null || Object.values(r.texts).some((t) => t !== ''),
      );
  }

  private context(): ReconcileContext {
    const { store, entity, keyField, nameField, normaliseKey, today } = this.options;
    return {
      store,
      entity,
      keyField,
      nameField,
      normaliseKey,
      rowless: this.rowless,
      rowOf: (id) => this.map.rowOf(id),
      nextId: (row) => this.map.nextId(row),
      deleted: this.noted.deleted,
      formerly: this.noted.formerly,
      owned: this.options.owner !== null,
      hasChildren: childFinder(store, entity),
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
      if (id === null) continue;
      const record = store.get(entity, id);
      this.sheet.writeOwn(row, (header) => ownText(record, header));
      written.push(row);
    }
    this.sheet.flush();
    this.sheet.fitRows(written, (row, field) => store.text(entity, this.map.idAt(row) ?? '', field));
    this.sheet.ensureRows(this.map.lastRow);
  }

  private forget(): void {
    this.noted.clear();
    this.headers.clear();
    for (const { header } of this.sheet.ownColumns) this.headers.add(header);
  }

  /**
   * After undo, redo and changes from elsewhere the records are right whatever the cells say: the rows concerned are
   * written from them. Whose a row is, the sheet says (a deleted row that came back carries its id), then the patch.
   */
  restore(): void {
    this.keepHeader();
    this.readHeaders();
    this.noted.spread();
    const { touched } = this.noted;
    for (const row of [...touched, ...this.rebound.map(([r]) => r)]) this.noted.remember(row);
    for (const row of touched) this.map.set(row, this.sheet.readId(row));
    for (const [row, id] of this.rebound) if (id === null) this.map.set(row, null);
    for (const [row, id] of this.rebound) if (id !== null) this.map.set(row, id);
    const rows = new Set([...touched, ...this.rebound.map(([row]) => row)]);
    const gaps = this.options.owner === null ? null : new Gaps(this.options.store.ids(this.options.entity), this.map);
    for (const id of inOrder(this.followed, this.options)) rows.add(this.follows(id, gaps));
    for (const row of rows) {
      const id = this.map.idAt(row);
      if (id !== null && !this.listed(id)) this.map.set(row, null);
    }
    this.followed.clear();
    this.takeAlong();
    this.rebound.length = 0;
    this.forget();
    this.writeBack(rows);
  }

  /** Rows that nobody stands in any more lose the own texts of whoever stood there: they are where the record is. */
  private takeAlong(): void {
    const { store, entity } = this.options;
    const left = new Map(this.rebound.map(([row, , texts]) => [row, texts]));
    for (const [row, id] of this.noted.stood) {
      const record = id === null ? undefined : store.get(entity, id);
      const texts = left.get(row);
      if ((!record && !texts) || this.map.idAt(row) !== null || row >= this.sheet.rowCount) continue;
      const own = this.sheet.readOwn(row);
      this.sheet.writeOwn(row, (header) => {
        const text = texts?.[header];
        return text === true ? (own[header] ?? '') : (text ?? leftOver(own, header, record));
      });
    }
  }

  /** Binds rows as a patch that is being undone or redone says; carried out by `restore`. */
  rebind(bindings: Bindings): void {
    this.rebound.push(...bindings);
  }

  /** Notes a change that did not come from this sheet, for `restore`. */
  follow(change: StoreChange): void {
    this.rowless.follow(change);
    if (this.settling) return;
    if (change.settingsChanged) for (const id of this.map.ids()) this.followed.add(id);
    for (const id of change.touched.get(this.options.entity)?.keys() ?? []) this.followed.add(id);
    const { owner, store, entity } = this.options;
    if (owner === null) return;
    // What a row shows of its person changes with the person.
    for (const id of change.touched.get(owner)?.keys() ?? [])
      for (const ward of store.sharing(entity, owner, id)) this.followed.add(ward);
  }

  /** The row of a changed record, -1 where it has and needs none. */
  private follows(id: string, gaps: Gaps | null): number {
    const row = this.map.rowOf(id);
    if (row !== undefined || !this.listed(id)) return row ?? -1;
    return this.seating.give(id, gaps);
  }

  private listed(id: string): boolean {
    return isListed(this.options.store, this.options.entity, id, this.options.owner);
  }

  /** The rows of those records that have one. */
  places(ids: Iterable<string>): ReadonlyMap<string, number> {
    const rows = new Map<string, number>();
    for (const id of ids) {
      const row = this.map.rowOf(id);
      if (row !== undefined) rows.set(id, row);
    }
    return rows;
  }

  /** The step that brings the records into the order of the rows, if rows were given to records since last asked. */
  takeOrder(): Patch {
    if (!this.seating.takeGiven()) return [];
    return orderOfRows(this.options.store, this.options.entity, this.map);
  }

  /** Whom a patch that puts the records in order brings in between the rows, and where; for `restore`, once rows are in. */
  comers(patch: Patch): readonly Comers[] {
    const { store, entity } = this.options;
    if (!patch.some((change) => change.op === 'order' && change.entity === entity)) return [];
    const isComing = (id: string): boolean => this.followed.has(id) && this.listed(id);
    const { firstRow, lastRow } = this.map;
    const placeOf = (id: string): string =>
      `${store.text(entity, id, 'township')}/${store.text(entity, id, 'village')}`;
    const comers = comersBetween(store.ids(entity), (id) => this.map.rowOf(id), isComing, placeOf, lastRow, firstRow);
    this.seating.reserve(seatsOf(comers));
    return comers;
  }
}
