import type { ICommandService } from '@univerjs/core';
import { SetWorksheetActiveOperation } from '@univerjs/sheets';
import { columnIndex } from '../../plugin/binding/columns.ts';
import { selectCell } from '../../plugin/commands/select-cell.ts';
import type { OpenWorkbook } from '../../plugin/index.ts';
import type { Place } from './place-keeper.ts';

/** Selects the cell where the clerk was last, if its sheet is still there. */
export function goToCell(commands: ICommandService, open: OpenWorkbook, place: Place): void {
  const at = /^([A-Z]+)([1-9]\d*)$/.exec(place.cell);
  const sheet = open.workbook.getSheetBySheetId(place.sheet);
  if (!at?.[1] || !sheet) return;
  const unitId = open.workbook.getUnitId();
  const subUnitId = place.sheet;
  if (open.bench.activeSheetId() !== subUnitId)
    commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId, subUnitId });
  const row = Math.min(Number(at[2]) - 1, sheet.getRowCount() - 1);
  const column = Math.min(columnIndex(at[1]), sheet.getColumnCount() - 1);
  selectCell(commands, { unitId, subUnitId, row, column, merged: sheet.getMergedCell(row, column) });
}
