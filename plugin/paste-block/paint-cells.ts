import type { ICellData, IMutationInfo, IObjectMatrixPrimitiveType } from '@univerjs/core';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { LOOKS_WRITE } from '../binding/own-write.ts';
import type { TableSheet } from '../binding/table-sheet.ts';
import type { ColouredCell } from './pasted-colours.ts';

/** Colours cells of a table; answers what takes it back and what does it again. Rows and columns are the sheet's. */
export function paintCells(
  sheet: TableSheet,
  cells: readonly ColouredCell[],
): { readonly undo: IMutationInfo[]; readonly redo: IMutationInfo[] } {
  const before: IObjectMatrixPrimitiveType<ICellData> = {};
  const after: IObjectMatrixPrimitiveType<ICellData> = {};
  const styles = sheet.workbook.getStyles();
  for (const { row, column, colours } of cells) {
    const had = styles.getStyleByCell(sheet.raw(row, column));
    const back = { ...(colours.bg ? { bg: had?.bg ?? null } : {}), ...(colours.cl ? { cl: had?.cl ?? null } : {}) };
    before[row] = { ...before[row], [column]: { s: back } };
    after[row] = { ...after[row], [column]: { s: colours } };
  }
  const { unitId, subUnitId } = sheet;
  const step = (cellValue: IObjectMatrixPrimitiveType<ICellData>): IMutationInfo => ({
    id: SetRangeValuesMutation.id,
    params: { unitId, subUnitId, cellValue },
  });
  sheet.run(step(after), LOOKS_WRITE);
  return { undo: [step(before)], redo: [step(after)] };
}
