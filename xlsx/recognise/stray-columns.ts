import type { SheetRow } from '../read/types.ts';
import type { ColumnHeader, Header } from './header.ts';

/**
 * A header's columns, and those that hold something without one: between the others, and on both sides as far as every
 * other row goes on. What stands further off in a few rows is a note beside the table.
 * @param rows the first ones below the header
 */
export function withStrays({ columns }: Header, rows: readonly SheetRow[]): readonly ColumnHeader[] {
  const known = new Set(columns.map(({ column }) => column));
  const counts = new Map<number, number>();
  for (const { cells } of rows) for (const { column } of cells) counts.set(column, (counts.get(column) ?? 0) + 1);
  const goesOn = (column: number): boolean => (counts.get(column) ?? 0) * 2 >= rows.length && rows.length > 0;
  let left = columns[0]?.column ?? 0;
  let right = columns.at(-1)?.column ?? 0;
  while (left > 0 && goesOn(left - 1)) left--;
  while (goesOn(right + 1)) right++;
  const strays = [...counts.keys()].filter((column) => !known.has(column) && column >= left && column <= right);
  return [...columns, ...strays.map((column) => ({ column, levels: [''] }))].sort((a, b) => a.column - b.column);
}
