import type { BoundSheet, CellSite } from '../binding/bound-sheet.ts';
import type { Workbench } from '../binding/workbench.ts';
import { FormSheet } from '../form/form-sheet.ts';

/** Where a field stands in the workbook. */
export interface Home {
  readonly sheet: BoundSheet;
  /** The name on its tab. */
  readonly name: string;
  /** From 0; `null` on a form, which shows one person at a time. */
  readonly row: number | null;
}

/** Whether a sheet has a cell for this field, also where it would have to turn to somebody else's form first. */
export function showsSite(sheet: BoundSheet, site: CellSite): boolean {
  return sheet instanceof FormSheet ? sheet.shows(site) : sheet.cellOf(site) !== null;
}

/** Where a field is at home: in the table of its entity, else on the first sheet that has it; `null` where none has (a village). */
export function homeOf(bench: Workbench, site: CellSite): Home | null {
  const own = bench.tableOf(site.entity);
  for (const sheet of own ? [own, ...bench.sheets.values()] : bench.sheets.values()) {
    if (!showsSite(sheet, site)) continue;
    const name = bench.workbook.getSheetBySheetId(sheet.subUnitId)?.getName() ?? '';
    return { sheet, name, row: sheet instanceof FormSheet ? null : (sheet.cellOf(site)?.row ?? null) };
  }
  return null;
}
