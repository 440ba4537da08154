import type { ICommandService } from '@univerjs/core';
import { SetWorksheetActiveOperation } from '@univerjs/sheets';
import type { BoundSheet, CellSite, SheetCell } from '../binding/bound-sheet.ts';
import type { Workbench } from '../binding/workbench.ts';
import { homeOf } from './home-sheet.ts';
import { selectCell } from './select-cell.ts';

/**
 * Selects the cell that shows this field and brings it into view: on the sheet in front where it can show it, else where
 * it is at home. `false` where no sheet shows it.
 */
export function goToField(commands: ICommandService, bench: Workbench, site: CellSite): boolean {
  const active = bench.activeSheetId();
  const front = active === null ? undefined : bench.sheets.get(active);
  for (const sheet of [front, homeOf(bench, site)?.sheet]) {
    const cell = sheet?.reveal(site);
    if (!sheet || !cell) continue;
    goToCell(commands, bench, sheet, cell);
    return true;
  }
  return false;
}

/** Brings a sheet to the front and selects one of its cells. */
export function goToCell(
  commands: ICommandService,
  bench: Workbench,
  { unitId, subUnitId }: Pick<BoundSheet, 'unitId' | 'subUnitId'>,
  cell: SheetCell,
): void {
  if (bench.activeSheetId() !== subUnitId)
    commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId, subUnitId });
  const merged = bench.workbook.getSheetBySheetId(subUnitId)?.getMergedCell(cell.row, cell.column);
  selectCell(commands, { unitId, subUnitId, ...cell, merged });
}
