import type { Plan, TouchedRow } from './reconcile.ts';
import type { RowMap } from './row-map.ts';
import type { TableSheet } from './table-sheet.ts';

/** Texts that are to stand in a table, row by row; row and column of the first one from 0. */
export interface TextBlock {
  readonly row: number;
  readonly column: number;
  readonly lines: readonly (readonly string[])[];
}

/** Rows of a block that are carried out together, by a plan that was made for all of it. */
export interface BlockPart {
  readonly rows: readonly TouchedRow[];
  readonly plan: Plan;
  /** Nothing of the block comes after it: the records take the order of the rows. */
  readonly last: boolean;
}

/** A row as it will stand when its line of the block is in; `null` where neither somebody nor anything stands then. */
export function rowWith(sheet: TableSheet, map: RowMap, block: TextBlock, at: number): TouchedRow | null {
  const row = block.row + at;
  const line = block.lines[at] ?? [];
  const texts = sheet.readRow(row);
  const ownBefore = sheet.readOwn(row);
  const own = { ...ownBefore };
  for (const { column, field } of sheet.columns) {
    const text = line[column - block.column];
    if (text !== undefined) texts[field] = text;
  }
  for (const { column, header } of sheet.ownColumns) {
    const text = line[column - block.column];
    if (text !== undefined) own[header] = text;
  }
  const id = map.idAt(row);
  if (id === null && Object.values(texts).every((text) => text === '')) return null;
  const written = new Set(line.map((_, column) => block.column + column));
  return { row, id, texts, own, ownBefore, stood: id, written };
}

/** The part of a plan that is about these rows. */
export function partOf(plan: Plan, rows: readonly TouchedRow[], last: boolean): BlockPart {
  const here = new Set(rows.map(({ id }) => id));
  const lost = plan.lost.filter((change) => 'id' in change && here.has(change.id));
  return { rows, plan: { bind: plan.bind, lost }, last };
}
