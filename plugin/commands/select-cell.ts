import type { ICommandService, IRange, Nullable } from '@univerjs/core';
import { SetSelectionsOperation } from '@univerjs/sheets';
import { ScrollToRangeOperation } from '@univerjs/sheets-ui';

/** A cell by its place, counted from 0. */
export interface CellPlace {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly row: number;
  readonly column: number;
  /** What it is merged over. */
  readonly merged?: Nullable<IRange>;
}

/** Makes a cell its sheet's selection, whichever sheet is in front; answers its range. */
export function setSelection(
  commands: ICommandService,
  { unitId, subUnitId, row, column, merged }: CellPlace,
): IRange & { unitId: string; sheetId: string } {
  const { startRow, endRow, startColumn, endColumn } = merged ?? {
    startRow: row,
    endRow: row,
    startColumn: column,
    endColumn: column,
  };
  const range = { startRow, endRow, startColumn, endColumn, unitId, sheetId: subUnitId };
  const joined = merged !== undefined && merged !== null;
  const primary = { ...range, actualRow: row, actualColumn: column, isMerged: joined, isMergedMainCell: joined };
  const selections = [{ range, primary, style: null }];
  commands.syncExecuteCommand(SetSelectionsOperation.id, { unitId, subUnitId, selections });
  return range;
}

/** Selects a cell of the sheet in front and brings it into view. */
export function selectCell(commands: ICommandService, place: CellPlace): void {
  const range = setSelection(commands, place);
  void commands.executeCommand(ScrollToRangeOperation.id, { range });
}
