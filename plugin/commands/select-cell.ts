import type { ICommandService } from '@univerjs/core';
import { SetSelectionsOperation } from '@univerjs/sheets';
import { ScrollToRangeOperation } from '@univerjs/sheets-ui';

/** A cell by its place, counted from 0. */
export interface CellPlace {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly row: number;
  readonly column: number;
}

/** Selects a cell of the sheet in front and brings it into view. */
export function selectCell(commands: ICommandService, { unitId, subUnitId, row, column }: CellPlace): void {
  const range = { startRow: row, endRow: row, startColumn: column, endColumn: column, unitId, sheetId: subUnitId };
  const primary = { ...range, actualRow: row, actualColumn: column, isMerged: false, isMergedMainCell: false };
  const selections = [{ range, primary, style: null }];
  commands.syncExecuteCommand(SetSelectionsOperation.id, { unitId, subUnitId, selections });
  void commands.executeCommand(ScrollToRangeOperation.id, { range });
}
