import type { IWorksheetData } from '@univerjs/core';
import type { RecordStore, StoreChange } from '../../records/store.contract.ts';
import type { Patch } from '../../records/types.ts';
import type { Locale } from '../locale/locale.ts';
import type { Settled } from './bound-table-types.ts';
import type { Bindings } from './carry-out.ts';

/** What a cell is the value of. */
export interface CellSite {
  readonly entity: string;
  readonly record: string;
  readonly field: string;
}

/** A cell of a sheet, counted from 0. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
}

/** Why something cannot be changed: the locale's sentence of that name. */
export type Lock = Exclude<keyof Locale['guard'], 'title' | 'restored'>;

/** What a command would do to a sheet's rows or columns; `look` is fonts, borders, colours, merges, sizes. */
export type SheetAction = 'rows' | 'columns' | 'look' | 'sort' | 'filter';

/** A saved sheet: what `layoutOf` hands over to be stored. */
export type SavedSheet = Partial<IWorksheetData>;

/**
 * A worksheet that shows records, whatever way: a row per record (`BoundTable`), or cells that each know their site
 * (`BoundCells`). Mutations only mark cells (`note`); `settle` compares them with the records once the command is
 * through; `restore` writes cells from the records, after undo, redo and changes from elsewhere.
 */
export interface BoundSheet {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly store: RecordStore;

  /** Notes what a mutation may have changed. Cheap: nothing is compared yet. */
  note(id: string, params: object): void;
  /** Whether something waits for `settle` or `restore`. */
  readonly pending: boolean;
  /** One patch for what was noted, applied; `null` when the records did not change. */
  settle(): Settled | null;
  /** Makes the cells show the records again. */
  restore(): void;
  /** Notes a change of the records that did not come from this sheet, for `restore`. */
  follow(change: StoreChange): void;
  /** Binds rows as a patch that is being undone or redone says; carried out by `restore`. */
  rebind(bindings: Bindings): void;
  /** The rows of those records that have one. */
  places(ids: Iterable<string>): ReadonlyMap<string, number>;
  /** The step that brings the records into the order of the rows, if rows were given since last asked. */
  takeOrder(): Patch;
  /** The protected cells (`A3`) that were written over and put back since last asked. */
  takeRestored(): string[];
  /** Rows that a paste is about to reach. */
  beforePaste(rows: readonly number[]): void;

  /** What a cell is the value of; `null` for labels, titles, free cells. */
  siteAt(row: number, column: number): CellSite | null;
  /** The cell that shows a record's field now (any cell of the record where the field has none). */
  cellOf(site: CellSite): SheetCell | null;
  /** Makes the sheet show the record where it does not (a form goes to that person), and answers the cell. */
  reveal(site: CellSite): SheetCell | null;
  /** The field that typing into a cell fills, also where the record is yet to be made; `null` for none. */
  asks(row: number, column: number): Pick<CellSite, 'entity' | 'field'> | null;
  /** Whether a cell offers a list. */
  offers(row: number, column: number): boolean;
  /** A number that is drawn in a cell and never stands in it (序号). */
  drawn(row: number, column: number): number | null;
  /** Why a cell cannot be typed into; `null` where one can. */
  lockAt(row: number, column: number): Lock | null;
  /** Why a command that reaches these cells is stopped; `null` where it is not. */
  refuses(action: SheetAction, from: SheetCell): Lock | null;
  /** The next (`by` 1) or previous (-1) cell with a problem. */
  nextProblem(from: SheetCell, by: 1 | -1): SheetCell | null;

  /** Whether a cell belongs to the official sheet: `head` (labels, titles) or `body`. */
  partAt(row: number, column: number): 'head' | 'body' | null;
  /** Whether a cell's text is a record's, so that typing there leaves the layout as it is. `look`: it was given one. */
  isRecordText(row: number, column: number, look: boolean): boolean;
  /** Takes the texts of records out of a saved sheet, which is changed in place. `null`: nothing of it is to be stored. */
  withoutTexts(saved: SavedSheet): SavedSheet | null;
}
