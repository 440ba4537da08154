import type { ICommandService } from '@univerjs/core';
import { SetWorksheetActiveOperation } from '@univerjs/sheets';
import { columnIndex } from '../../plugin/binding/columns.ts';
import { goToCell } from '../../plugin/commands/go-to-field.ts';
import type { OpenWorkbook } from '../../plugin/index.ts';
import type { Place } from './place-keeper.ts';

/** Selects the cell where the clerk was last, if its sheet is still there. */
export async function goToPlace(
  commands: ICommandService,
  { bench, workbook }: OpenWorkbook,
  place: Place,
): Promise<void> {
  const at = /^([A-Z]+)([1-9]\d*)$/.exec(place.cell);
  const sheet = workbook.getSheetBySheetId(place.sheet);
  if (!at?.[1] || !sheet) return;
  if (bench.activeSheetId() !== place.sheet) {
    const front = { unitId: bench.unitId, subUnitId: place.sheet };
    commands.syncExecuteCommand(SetWorksheetActiveOperation.id, front);
    // A sheet that gets its rows when it comes to the front has them once the command is settled.
    await Promise.resolve();
  }
  const row = Math.min(Number(at[2]) - 1, sheet.getRowCount() - 1);
  const column = Math.min(columnIndex(at[1]), sheet.getColumnCount() - 1);
  goToCell(commands, bench, { unitId: bench.unitId, subUnitId: place.sheet }, { row, column });
}
