import type { ICellData, ObjectMatrix } from '@univerjs/core';

/** A pasted cell with how far it is merged. */
export type PastedCell = ICellData & { rowSpan?: number; colSpan?: number };

/**
 * Takes the merged cells of a paste apart, in place: what was merged down stands in every row that it reached, as merged
 * villages are read from a file too. In a table with a row per person there is nothing to merge, and a person without a
 * village of their own would be nobody's.
 */
export function spreadMerged(cells: ObjectMatrix<PastedCell>): void {
  const merged: (readonly [row: number, column: number, cell: PastedCell])[] = [];
  cells.forValue((row, column, cell) => {
    if ((cell?.rowSpan ?? 1) > 1 || (cell?.colSpan ?? 1) > 1) merged.push([row, column, cell]);
  });
  for (const [row, column, cell] of merged) {
    const { rowSpan = 1, colSpan: _, ...alone } = cell;
    for (let at = row; at < row + rowSpan; at++) cells.setValue(at, column, { ...alone });
  }
}
