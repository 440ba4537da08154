import type { ICommandService } from '@univerjs/core';
import { SetWorksheetActivateCommand } from '@univerjs/sheets';
import type { Workbench } from '../binding/workbench.ts';
import { selectCell } from './select-cell.ts';

/** Where a record's field stands. */
export interface FieldPlace {
  readonly entity: string;
  readonly record: string;
  readonly field: string;
}

/** Selects the cell that shows this field and brings it into view; `false` where no sheet shows it. */
export function goToField(commands: ICommandService, bench: Workbench, place: FieldPlace): boolean {
  const { unitId } = bench;
  for (const [subUnitId, table] of bench.tables) {
    if (table.options.entity !== place.entity) continue;
    const row = table.map.rowOf(place.record);
    if (row === undefined) continue;
    const column = table.sheet.columns.find((c) => c.field === place.field)?.column ?? table.sheet.idColumn;
    if (bench.activeSheetId() !== subUnitId) {
      commands.syncExecuteCommand(SetWorksheetActivateCommand.id, { unitId, subUnitId });
    }
    selectCell(commands, { unitId, subUnitId, row, column });
    return true;
  }
  return false;
}
