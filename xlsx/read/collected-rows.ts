import { ordered } from './cell-order.ts';
import { MAX_COLUMN, MAX_ROW } from './reference.ts';
import type { Budget } from './scan-sheet.ts';
import { type Cell, failure, LONGEST_TEXT, type Place, type SheetRow } from './types.ts';
import { MOST_UNCALCULATED } from './uncalculated.ts';

/** Gathers the cells of a sheet in whatever order they come, within what the workbook may take. */
export class CollectedRows {
  readonly #rows = new Map<number, Cell[]>();
  /** Cells whose text is crossed out. */
  readonly struck: Place[] = [];

  constructor(readonly budget: Budget) {}

  /**
   * Keeps a cell, unless it is blank or beyond the sheet.
   * @param row 1-based
   * @throws ReadFailure 'too-many-cells' | 'text-too-long'
   */
  add(row: number, cell: Cell, struck: boolean): void {
    if (cell.text === '' || row > MAX_ROW || cell.column > MAX_COLUMN) return;
    if (cell.text.length > LONGEST_TEXT) throw failure('text-too-long');
    let cells = this.#rows.get(row);
    if (cells === undefined) {
      cells = [];
      this.#rows.set(row, cells);
      this.budget.cells--;
    }
    cells.push(cell);
    this.budget.characters -= cell.text.length;
    if (--this.budget.cells < 0) throw failure('too-many-cells');
    if (this.budget.characters < 0) throw failure('text-too-long');
    if (struck && this.struck.length < MOST_UNCALCULATED) this.struck.push({ row, column: cell.column });
  }

  /** The rows that hold something, ascending. */
  rows(): SheetRow[] {
    const rows = [...this.#rows].map(([row, cells]) => ({ row, cells: ordered(cells) }));
    return rows.sort((a, b) => a.row - b.row);
  }
}
