import type { IWorkbookData } from '@univerjs/core';
import type { Workbench } from './workbench.ts';

/**
 * What a workbook holds beside its records: looks, sizes, free cells, further sheets, and which row is whose. The texts
 * of bound cells are left out, since the records are the truth about them.
 * @param saved The workbook as Univer saves it; it is changed in place.
 */
export function layoutOf(saved: IWorkbookData, bench: Workbench): IWorkbookData {
  for (const [subUnitId, sheet] of bench.sheets) {
    const found = saved.sheets[subUnitId];
    if (!found || sheet.withoutTexts(found)) continue;
    delete saved.sheets[subUnitId];
    saved.sheetOrder = saved.sheetOrder.filter((id) => id !== subUnitId);
  }
  return saved;
}
