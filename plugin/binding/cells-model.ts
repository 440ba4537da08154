import type { ICellData } from '@univerjs/core';
import type { StoreChange } from '../../records/store.contract.ts';
import type { Patch } from '../../records/types.ts';
import type { CellSite, Lock, SheetAction, SheetCell } from './bound-sheet.ts';

/** What an official cell of a `BoundCells` sheet shows, by the records. */
export interface CellFace {
  readonly text: string;
  /** What it is the value of; `null` for labels, and where the record is yet to be made by typing. */
  readonly site: CellSite | null;
  /** Why it cannot be typed into; `null` where it can. */
  readonly lock: Lock | null;
  /** The look that the template gives it; left out, the cell's look is nobody's business. */
  readonly style?: ICellData['s'];
}

/** A cell with the text that a clerk left in it. */
export interface TypedCell extends SheetCell {
  readonly text: string;
}

/**
 * What a sheet of single cells means: which cell shows what, and what typing there does to the records. Knows nothing
 * of Univer's commands. All answers are by the records as they are now.
 */
export interface CellsModel {
  /** The face of a cell; `null` outside the official sheet, where cells are the clerk's own. */
  at(row: number, column: number): CellFace | null;
  /** The lock of `at` alone, for a model whose texts cost more than its locks; it has a face for every cell. */
  lockAt?(row: number, column: number): Lock | null;
  /** The official cells in the order of reading, for F8 and for writing all of them. */
  cells(): Iterable<SheetCell>;
  /** One patch for texts that differ from what the cells showed; cells with a lock are never among them. */
  edit(typed: readonly TypedCell[]): Patch;
  /** Takes up a change of the records. The cells whose faces may differ; `all` for every one. */
  follow(change: StoreChange): Iterable<SheetCell> | 'all';
  /**
   * Brings rows, merges and sizes of the worksheet in line with the model where they differ; `true` when they did, and
   * then every cell is written. Asked before cells are written; `damaged`: a command changed rows, columns or merges.
   */
  reshape(damaged: boolean): boolean;
  /** After cells were written: row heights and the like. */
  written?(cells: readonly SheetCell[]): void;
  /** The cell that shows a site now. */
  cellOf(site: CellSite): SheetCell | null;
  /** Makes the sheet show a site where it does not yet. */
  reveal(site: CellSite): SheetCell | null;
  /** The field that typing into a cell fills, also where the record is yet to be made. */
  asks(row: number, column: number): Pick<CellSite, 'entity' | 'field'> | null;
  offers(row: number, column: number): boolean;
  /** A number drawn in a cell that never stands in it. */
  drawn?(row: number, column: number): number | null;
  refuses(action: SheetAction, from: SheetCell): Lock | null;
  /** The next problem beyond the cells shown now. */
  nextBeyond?(by: 1 | -1): SheetCell | null;
}
