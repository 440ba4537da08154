import type { ISelectionCell } from '@univerjs/core';
import type { SheetCell } from './bound-sheet.ts';

/** The cell of a selection that holds its text: of a merged one its corner, wherever in it one has clicked. */
export function primaryCell(cell: ISelectionCell): SheetCell {
  const { isMerged, isMergedMainCell, startRow, startColumn, actualRow, actualColumn } = cell;
  return isMerged || isMergedMainCell
    ? { row: startRow, column: startColumn }
    : { row: actualRow, column: actualColumn };
}
