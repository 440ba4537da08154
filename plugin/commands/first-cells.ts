import type { SheetsSelectionsService } from '@univerjs/sheets';
import type { BoundSheet, SheetCell } from '../binding/bound-sheet.ts';
import type { Workbench } from '../binding/workbench.ts';
import { noteSelection } from './select-cell.ts';

/** The first cell that one can type into stands no further down or right than this. */
const ROWS = 40;
const COLUMNS = 30;

/** Where one begins to type in a sheet: its first cell that is a record's and not locked. */
export function firstCellOf(sheet: BoundSheet): SheetCell | null {
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      if (sheet.partAt(row, column) === 'body' && sheet.lockAt(row, column) === null) return { row, column };
    }
  }
  return null;
}

/** Selects in every bound sheet the cell where one begins to type, so that no tab opens with its title selected. */
export function selectFirstCells(selections: SheetsSelectionsService, bench: Workbench): void {
  for (const sheet of bench.sheets.values()) {
    const cell = firstCellOf(sheet);
    if (cell === null) continue;
    const { unitId, subUnitId } = sheet;
    const merged = bench.workbook.getSheetBySheetId(subUnitId)?.getMergedCell(cell.row, cell.column);
    noteSelection(selections, { unitId, subUnitId, ...cell, merged });
  }
}
