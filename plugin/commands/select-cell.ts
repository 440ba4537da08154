import type { ICommandService, IRange, Nullable } from '@univerjs/core';
import { type ISelectionWithStyle, SetSelectionsOperation, type SheetsSelectionsService } from '@univerjs/sheets';
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

/** A selection of one cell, with what it is merged over. */
function selectionOf({ unitId, subUnitId, row, column, merged }: CellPlace): ISelectionWithStyle & {
  readonly range: IRange & { unitId: string; sheetId: string };
} {
  const { startRow, endRow, startColumn, endColumn } = merged ?? {
    startRow: row,
    endRow: row,
    startColumn: column,
    endColumn: column,
  };
  const range = { startRow, endRow, startColumn, endColumn, unitId, sheetId: subUnitId };
  const joined = merged !== undefined && merged !== null;
  const primary = { ...range, actualRow: row, actualColumn: column, isMerged: joined, isMergedMainCell: joined };
  return { range, primary, style: null };
}

/**
 * Notes a cell as the selection of a sheet that is not in front. Without the command, after which Univer brings the
 * sheet to the front and draws it.
 */
export function noteSelection(selections: SheetsSelectionsService, place: CellPlace): void {
  selections.getWorkbookSelections(place.unitId).setSelectionsOfWorksheet(place.subUnitId, [selectionOf(place)]);
}

/** Makes a cell its sheet's selection and brings the sheet to the front; answers its range. */
export function setSelection(
  commands: ICommandService,
  place: CellPlace,
): IRange & { unitId: string; sheetId: string } {
  const { unitId, subUnitId } = place;
  const selection = selectionOf(place);
  commands.syncExecuteCommand(SetSelectionsOperation.id, { unitId, subUnitId, selections: [selection] });
  return selection.range;
}

/** Selects a cell of the sheet in front and brings it into view. */
export function selectCell(commands: ICommandService, place: CellPlace): void {
  const range = setSelection(commands, place);
  void commands.executeCommand(ScrollToRangeOperation.id, { range });
}
