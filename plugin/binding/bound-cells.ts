import {
  CellValueType,
  type ICellData,
  type ICommandService,
  type IObjectMatrixPrimitiveType,
  type Nullable,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import type { RecordStore, StoreChange } from '../../records/store.contract.ts';
import type { BoundSheet, CellSite, Lock, SavedSheet, SheetAction, SheetCell } from './bound-sheet.ts';
import type { Settled } from './bound-table-types.ts';
import { cellText, textCell } from './cell-text.ts';
import type { CellsModel, TypedCell } from './cells-model.ts';
import { columnLetters } from './columns.ts';
import { OWN_WRITE } from './own-write.ts';
import { touchedCells } from './touched-cells.ts';

/** A worksheet and what writes it. */
export interface CellsSheet {
  readonly commands: ICommandService;
  readonly workbook: Workbook;
  readonly worksheet: Worksheet;
}

/**
 * A sheet whose cells each know their site: a record form, a quarterly view. Touched cells are compared with what the
 * records show there; what differs becomes one patch; afterwards they are written from the records again.
 */
export class BoundCells<M extends CellsModel = CellsModel> implements BoundSheet {
  /** Column by row, noted and not yet written back. */
  private readonly touched = new Map<number, Set<number>>();
  private readonly followed = new Map<number, Set<number>>();
  private damaged = false;
  private everything = false;
  private settling = false;
  private readonly restoredCells: string[] = [];

  constructor(
    readonly sheet: CellsSheet,
    readonly store: RecordStore,
    readonly model: M,
  ) {}

  get unitId(): string {
    return this.sheet.workbook.getUnitId();
  }

  get subUnitId(): string {
    return this.sheet.worksheet.getSheetId();
  }

  note(id: string, params: object): void {
    const effect = touchedCells(id, params);
    if (effect === 'shape') this.damaged = true;
    else for (const cell of effect) mark(this.touched, cell);
  }

  get pending(): boolean {
    return this.damaged || this.everything || this.touched.size > 0 || this.followed.size > 0;
  }

  settle(): Settled | null {
    if (this.settling || (this.touched.size === 0 && !this.damaged)) return null;
    this.settling = true;
    try {
      const typed: TypedCell[] = [];
      for (const cell of this.damaged ? this.model.cells() : each(this.touched)) {
        const face = this.model.at(cell.row, cell.column);
        const text = face ? this.read(cell) : null;
        if (!face || text === null || text === face.text) continue;
        if (face.lock === null) typed.push({ ...cell, text });
        else if (!this.damaged) this.restoredCells.push(`${columnLetters(cell.column)}${cell.row + 1}`);
      }
      // After rows or columns moved, what stands where means nothing: the sheet is put right, the records stay.
      const patch = this.damaged ? [] : this.model.edit(typed);
      if (patch.length === 0) return null;
      const change = this.store.apply(patch, 'sheet');
      this.take(change);
      const [first] = typed;
      const at = first && this.model.at(first.row, first.column)?.site;
      return { patch, inverse: change.inverse, bind: [], unbind: [], looks: null, ...(at ? { at } : {}) };
    } finally {
      this.settling = false;
    }
  }

  restore(): void {
    if (!this.pending) return;
    const all = this.model.reshape(this.damaged) || this.everything || this.damaged;
    const cells = all ? [...this.model.cells()] : [...each(this.touched), ...each(this.followed)];
    this.touched.clear();
    this.followed.clear();
    this.damaged = false;
    this.everything = false;
    this.write(cells);
  }

  /** Writes these cells (all without) from the records now, after the model was made to show something else. */
  refresh(cells?: Iterable<SheetCell>): void {
    if (cells === undefined) this.everything = true;
    else for (const cell of cells) mark(this.followed, cell);
    this.restore();
  }

  follow(change: StoreChange): void {
    if (!this.settling) this.take(change);
  }

  private take(change: StoreChange): void {
    const cells = this.model.follow(change);
    if (cells === 'all') this.everything = true;
    else for (const cell of cells) mark(this.followed, cell);
  }

  private raw({ row, column }: SheetCell): Nullable<ICellData> {
    return this.sheet.worksheet.getCellMatrix().getValue(row, column);
  }

  /** What stands in a cell; `null` while a formula in it has no result yet. */
  private read(cell: SheetCell): string | null {
    const data = this.raw(cell);
    const text = cellText(data, this.sheet.workbook.getStyles());
    return data?.f && text === '' ? null : text;
  }

  private write(cells: readonly SheetCell[]): void {
    const cellValue: IObjectMatrixPrimitiveType<Nullable<ICellData>> = {};
    let some = false;
    for (const cell of cells) {
      const face = this.model.at(cell.row, cell.column);
      if (!face) continue;
      const data = this.raw(cell);
      const plain = !data?.f && !data?.p && (face.text === '' || data?.t === CellValueType.STRING);
      const value = plain && this.read(cell) === face.text ? {} : textCell(face.text);
      const look = this.look(cell, data, face.style);
      if (Object.keys(value).length === 0 && Object.keys(look).length === 0) continue;
      const row = cellValue[cell.row] ?? {};
      cellValue[cell.row] = row;
      row[cell.column] = { ...value, ...look };
      some = true;
    }
    if (some) {
      const params = { unitId: this.unitId, subUnitId: this.subUnitId, cellValue };
      this.sheet.commands.syncExecuteCommand(SetRangeValuesMutation.id, params, OWN_WRITE);
    }
    this.model.written?.(cells);
  }

  /**
   * The look that a cell is still to be given. One that nothing was ever written into takes it at once: the mutation would merge
   * it with the look that the cell has, which for a whole table is most of the work.
   */
  private look({ row, column }: SheetCell, data: Nullable<ICellData>, style: ICellData['s']): Pick<ICellData, 's'> {
    if (style === undefined || sameLook(data?.s, style)) return {};
    if (data || typeof style !== 'string') return { s: style };
    this.sheet.worksheet.getCellMatrix().setValue(row, column, { s: style });
    return {};
  }

  rebind(): void {}

  places(): ReadonlyMap<string, number> {
    return new Map();
  }

  takeOrder(): [] {
    return [];
  }

  takeRestored(): string[] {
    return this.restoredCells.splice(0);
  }

  beforePaste(): void {}

  siteAt(row: number, column: number): CellSite | null {
    return this.model.at(row, column)?.site ?? null;
  }

  cellOf(site: CellSite): SheetCell | null {
    return this.model.cellOf(site);
  }

  reveal(site: CellSite): SheetCell | null {
    return this.model.cellOf(site) ?? this.model.reveal(site);
  }

  asks(row: number, column: number): Pick<CellSite, 'entity' | 'field'> | null {
    return this.model.asks(row, column);
  }

  offers(row: number, column: number): boolean {
    return this.model.offers(row, column);
  }

  drawn(row: number, column: number): number | null {
    return this.model.drawn?.(row, column) ?? null;
  }

  lockAt(row: number, column: number): Lock | null {
    return this.model.lockAt ? this.model.lockAt(row, column) : (this.model.at(row, column)?.lock ?? null);
  }

  refuses(action: SheetAction, from: SheetCell): Lock | null {
    return this.model.refuses(action, from);
  }

  nextProblem(from: SheetCell, by: 1 | -1): SheetCell | null {
    const cells = [...this.model.cells()];
    if (by < 0) cells.reverse();
    const isWrong = ({ row, column }: SheetCell): boolean => this.hasProblem(row, column);
    const isBeyond = ({ row, column }: SheetCell): boolean => by * (row - from.row || column - from.column) > 0;
    const beyond = cells.find((cell) => isBeyond(cell) && isWrong(cell));
    if (beyond) return beyond;
    // Asked before the form goes on to somebody else: then its cells are theirs.
    const around = cells.find(isWrong) ?? null;
    return this.model.nextBeyond?.(by) ?? around;
  }

  private hasProblem(row: number, column: number): boolean {
    const site = this.siteAt(row, column);
    return site !== null && this.store.issuesOf(site.entity, site.record).some((i) => i.field === site.field);
  }

  partAt(row: number, column: number): 'head' | 'body' | null {
    if (!this.model.lockAt && !this.model.at(row, column)) return null;
    return this.lockAt(row, column) === null ? 'body' : 'head';
  }

  isRecordText(row: number, column: number): boolean {
    return this.model.at(row, column) !== null;
  }

  /** All of it follows from template and records: nothing is stored. */
  withoutTexts(_saved: SavedSheet): SavedSheet | null {
    return null;
  }
}

function mark(cells: Map<number, Set<number>>, { row, column }: SheetCell): void {
  const columns = cells.get(row) ?? new Set();
  cells.set(row, columns.add(column));
}

function* each(cells: ReadonlyMap<number, ReadonlySet<number>>): Generator<SheetCell> {
  for (const [row, columns] of cells) for (const column of columns) yield { row, column };
}

/** Styles in the workbook's table stand for themselves by their ids. */
function sameLook(have: ICellData['s'], want: ICellData['s']): boolean {
  return (have ?? null) === (want ?? null);
}
