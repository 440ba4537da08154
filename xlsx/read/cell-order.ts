import type { Cell } from './types.ts';

/** Cells by column; of two in one place the later stands, as spreadsheets read it. */
export function ordered(cells: Cell[]): Cell[] {
  let previous = -1;
  for (const cell of cells) {
    if (cell.column <= previous) return sortCells(cells);
    previous = cell.column;
  }
  return cells;
}

/** The same of cells that are known to be out of order. */
export function sortCells(cells: readonly Cell[]): Cell[] {
  const byColumn = new Map<number, Cell>();
  for (const cell of cells) byColumn.set(cell.column, cell);
  return [...byColumn.values()].sort((a, b) => a.column - b.column);
}
