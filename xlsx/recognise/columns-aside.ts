import type { ColumnHeader } from './header.ts';

interface Column {
  readonly header: ColumnHeader;
  /** The cells of the first rows. */
  readonly cells: readonly (string | undefined)[];
}

/**
 * Columns of something that stands beside the table and is shorter than it: counts by village, a list of codes. A blank
 * column parts them from it, and their rows come to an end before the table's. What a field is called there, it is called
 * only if the table has no column for it.
 */
export function columnsAside<C extends Column>(columns: readonly C[]): ReadonlySet<C> {
  const parts: C[][] = [];
  for (const column of columns) {
    const last = parts.at(-1);
    if (last !== undefined && last.at(-1)?.header.column === column.header.column - 1) last.push(column);
    else parts.push([column]);
  }
  const [main] = [...parts].sort((a, b) => b.length - a.length);
  if (main === undefined || parts.length < 2) return new Set();
  const end = lastRow(main);
  return new Set(parts.filter((part) => part !== main && part.length > 1 && lastRow(part) < end).flat());
}

function lastRow(columns: readonly Column[]): number {
  return Math.max(...columns.map(({ cells }) => cells.findLastIndex((text) => (text ?? '').trim() !== '')));
}
