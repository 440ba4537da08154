import type { Sheet, SheetRow } from '../read/types.ts';
import { holdsNames, looksLikeIdNumber, squeezed } from './content.ts';
import { cellAt } from './grid.ts';
import type { ColumnHeader, Header } from './header.ts';

/** A table of people is shorter above its first person than this. */
const SEARCHED = 60;

/**
 * A table known by its cells alone, for sheets whose header names nothing or is missing: a column of whole ID numbers
 * beside one of names. Its header is the row of texts right above the first person, where there is one.
 */
export function headerByContent(sheet: Sheet): Header | undefined {
  const column = idColumn(sheet.rows);
  if (column === undefined) return undefined;
  const people = sheet.rows.filter((row) => isId(cellAt(row, column)?.text));
  const [first] = people;
  const columns = [...new Set(people.flatMap(({ cells }) => cells.map((cell) => cell.column)))].sort((a, b) => a - b);
  if (first === undefined || columns.length < 3) return undefined;
  const named = columns.some((c) => holdsNames(people.slice(0, 60).map((row) => cellAt(row, c)?.text ?? '')));
  if (!named) return undefined;
  const above = sheet.rows.find(({ row }) => row === first.row - 1);
  const label = above !== undefined && above.cells.length * 2 >= columns.length ? above : undefined;
  const wanted = new Set([...columns, ...(label?.cells ?? []).map((cell) => cell.column)]);
  const headers = [...wanted]
    .sort((a, b) => a - b)
    .map((c): ColumnHeader => ({ column: c, levels: [cellAt(label, c)?.text ?? ''] }));
  const bottom = first.row - 1;
  return { top: Math.max(1, bottom), bottom, columns: headers, fields: new Set(), score: 0 };
}

/** Do ID numbers stand in one column of these rows? They tell people apart whatever the header calls them. */
export function holdsIds(rows: readonly SheetRow[]): boolean {
  return idColumn(rows) !== undefined;
}

/** The column that holds most whole ID numbers, two at least. */
function idColumn(rows: readonly SheetRow[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { cells } of rows.slice(0, SEARCHED))
    for (const { column, text } of cells) if (isId(text)) counts.set(column, (counts.get(column) ?? 0) + 1);
  const [best] = [...counts].filter(([, count]) => count >= 2).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best?.[0];
}

function isId(text: string | undefined): boolean {
  if (text === undefined || text.length < 15 || text.length > 24) return false;
  const plain = squeezed(text);
  return /^\d{17}[\dXx]$/.test(plain) && looksLikeIdNumber(plain);
}
