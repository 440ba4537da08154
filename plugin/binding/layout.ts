import type { IWorkbookData } from '@univerjs/core';
import type { Workbench } from './workbench.ts';

/**
 * What a workbook holds beside its records: looks, sizes, free cells, further sheets, and which row is whose. The texts
 * of bound cells are left out, since the records are the truth about them.
 * @param saved The workbook as Univer saves it; it is changed in place.
 */
export function layoutOf(saved: IWorkbookData, bench: Workbench): IWorkbookData {
  for (const [subUnitId, table] of bench.tables) {
    const cells = saved.sheets[subUnitId]?.cellData;
    if (!cells) continue;
    for (const key of Object.keys(cells)) {
      const row = Number(key);
      const target = cells[row];
      if (row < table.sheet.firstRow || !target) continue;
      const own = table.map.idAt(row) === null ? [] : table.sheet.ownColumns;
      for (const { column } of [...table.sheet.columns, ...own]) {
        const cell = target[column];
        if (!cell) continue;
        const { v: _v, t: _t, p: _p, f: _f, si: _si, ...rest } = cell;
        target[column] = rest;
      }
    }
  }
  return saved;
}
