import type { ICommandService } from '@univerjs/core';
import type { SheetsSelectionsService } from '@univerjs/sheets';
import { primaryCell } from '../binding/primary-cell.ts';
import type { Workbench } from '../binding/workbench.ts';
import { noteSelection, selectCell } from './select-cell.ts';

/**
 * Does work that may insert rows, and leaves the cursor of every sheet where it was: in the same field of the same record.
 * Univer selects the rows that come in, whole, and the next Delete would clear the people in them.
 */
export function keepPlace(
  commands: ICommandService,
  selections: SheetsSelectionsService,
  bench: Workbench,
  work: () => void,
): void {
  const { unitId } = bench;
  const model = selections.getWorkbookSelections(unitId);
  const before = [...bench.sheets.values()].map((sheet) => {
    const selected = model.getSelectionsOfWorksheet(sheet.subUnitId);
    const { primary, range } = selected.at(-1) ?? {};
    const cell = primary ? primaryCell(primary) : null;
    return { sheet, range, cell, site: cell && sheet.siteAt(cell.row, cell.column) };
  });
  work();
  for (const { sheet, range, cell, site } of before) {
    const { subUnitId } = sheet;
    const now = model.getSelectionsOfWorksheet(subUnitId).at(-1)?.range;
    if (!cell || (now?.startRow === range?.startRow && now?.endRow === range?.endRow)) continue;
    const to = (site && sheet.cellOf(site)) ?? cell;
    const merged = bench.workbook.getSheetBySheetId(subUnitId)?.getMergedCell(to.row, to.column);
    const place = { unitId, subUnitId, ...to, merged };
    if (bench.activeSheetId() === subUnitId) selectCell(commands, place);
    else noteSelection(selections, place);
  }
}
