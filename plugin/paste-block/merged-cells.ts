/** A cell of a pasted table that is merged downward; rows and columns from 0. */
export interface MergedDown {
  readonly row: number;
  readonly column: number;
  readonly down: number;
}

/** What a page on the clipboard says about its one table. */
export interface TableShape {
  readonly rows: number;
  readonly merged: readonly MergedDown[];
}

const TAG = /<(\/?)(table|tr|td|th)\b[^>]*>/gi;
/** Below merged cells Excel puts a row that is never shown, for the widths of its columns alone. */
const SPACER =
  /<tr[^>]*display\s*:\s*none[^>]*>\s*(<t[dh][^>]*>\s*<\/t[dh]>\s*)*<\/tr>\s*(<!\[endif\]>\s*)?(<!--EndFragment-->\s*)?<\/table>/i;
/** More than any sheet has. */
const MOST = 1_048_576;

/** Reads which cells are merged downward; `null` where there is no table, or more than one. */
export function mergedCells(html: string): TableShape | null {
  const merged: MergedDown[] = [];
  /** By column, the first row that a cell from above does not reach any more. */
  const held: number[] = [];
  let tables = 0;
  let row = -1;
  let column = 0;
  for (const { 0: tag, 1: slash, 2: name } of html.matchAll(TAG)) {
    if (slash !== '') continue;
    const kind = name?.toLowerCase();
    if (kind === 'table') tables++;
    else if (kind === 'tr') {
      row++;
      column = 0;
    } else {
      while ((held[column] ?? 0) > row) column++;
      const down = spanOf(tag, 'row');
      const across = Math.min(spanOf(tag, 'col'), 1_000);
      if (down > 1) merged.push({ row, column, down });
      for (let i = 0; i < across; i++) held[column + i] = row + down;
      column += across;
    }
  }
  if (tables !== 1 || row < 0) return null;
  const rows = SPACER.test(html) ? row : row + 1;
  return { rows, merged: merged.map((cell) => ({ ...cell, down: Math.min(cell.down, rows - cell.row) })) };
}

const SPAN = { row: /\srowspan\s*=\s*["']?(\d+)/i, col: /\scolspan\s*=\s*["']?(\d+)/i } as const;

function spanOf(tag: string, side: 'row' | 'col'): number {
  const count = SPAN[side].exec(tag)?.[1];
  return Math.min(MOST, Math.max(1, Number(count ?? 1)));
}
