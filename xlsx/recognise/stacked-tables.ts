import type { Sheet, SheetRow } from '../read/types.ts';
import { type Grid, rowsAbove } from './grid.ts';
import { type Header, headerAt } from './header.ts';
import { headerText } from './header-text.ts';
import type { LeftOut } from './read-rows.ts';
import { type FieldNames, headerScore } from './similarity.ts';

/**
 * The row from which on another table stands below this one: its header names other fields in the same columns. A header
 * that is merely printed again is none. `undefined`: all of the sheet is one table.
 */
export function nextTable(
  grid: Grid,
  header: Header,
  names: readonly FieldNames[],
  read: { readonly records: readonly { readonly row: number }[]; readonly leftOut: readonly LeftOut[] },
): number | undefined {
  for (const { row, reason } of read.leftOut) {
    const found = reason === 'header' ? grid.row(row) : undefined;
    if (found === undefined || !isOther(found, header, names)) continue;
    if (headerAt(grid, found, names) === undefined) continue;
    return titlesAbove(grid.sheet, row, new Set(read.records.map((record) => record.row)));
  }
  return undefined;
}

function isOther(row: SheetRow, header: Header, names: readonly FieldNames[]): boolean {
  const before = new Map(header.columns.map(({ column, levels }) => [column, levels]));
  let moved = 0;
  for (const { column, text } of row.cells) {
    const levels = before.get(column) ?? [];
    const label = headerText(text).full;
    if (levels.some((level) => headerText(level).full === label)) continue;
    const field = fieldOf(text, names);
    if (field !== undefined && field !== fieldOf(levels.at(-1) ?? '', names)) moved++;
  }
  return moved >= 2;
}

function fieldOf(text: string, names: readonly FieldNames[]): string | undefined {
  return names.find((target) => headerScore(text, target, names) >= 0.95)?.field.key;
}

/** The row where what belongs to a header begins: the titles right above it. `records`: rows that are known to be none. */
export function titlesAbove(sheet: Sheet, header: number, records: ReadonlySet<number> = new Set()): number {
  let first = header;
  for (const { row, cells } of rowsAbove(sheet, header).reverse()) {
    if (records.has(row) || cells.length > 2) break;
    first = row;
  }
  return first;
}

/** A sheet's rows from one row to before another. */
export function sheetPart(sheet: Sheet, from: number, to: number): Sheet {
  return {
    ...sheet,
    rows: sheet.rows.filter(({ row }) => row >= from && row < to),
    merges: sheet.merges.filter(({ top, bottom }) => top >= from && bottom < to),
  };
}
