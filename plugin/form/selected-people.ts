import type { IRange } from '@univerjs/core';
import type { BoundSheet, CellSite } from '../binding/bound-sheet.ts';
import type { FormPeople } from './form-people.ts';

/** Columns that are asked what a row is about; 序号 and the clerk's own have no answer. */
const COLUMNS = 32;

/** What a row is about: the cell's own site, or that of any cell in the row. */
export function siteInRow(sheet: BoundSheet, row: number, column: number): CellSite | null {
  for (const at of [column, ...Array.from({ length: COLUMNS }, (_, i) => i)]) {
    const site = sheet.siteAt(row, at);
    if (site) return site;
  }
  return null;
}

/**
 * The people of the selected rows, each once, in the order of the rows.
 * @param rows how many the sheet has: a whole column selected has no end of its own
 */
export function selectedPeople(
  sheet: BoundSheet,
  people: FormPeople,
  ranges: readonly IRange[],
  rows: number,
): readonly string[] {
  const found = new Set<string>();
  for (const { startRow, endRow, startColumn } of ranges) {
    const from = Number.isNaN(startRow) ? 0 : startRow;
    const to = Number.isNaN(endRow) ? rows - 1 : Math.min(endRow, rows - 1);
    for (let row = from; row <= to; row++) {
      const site = siteInRow(sheet, row, Number.isNaN(startColumn) ? 0 : startColumn);
      const person = site && people.ownerOf(site.entity, site.record);
      if (person) found.add(person);
    }
  }
  return [...found];
}
