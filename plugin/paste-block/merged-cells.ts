import { walkTable } from './walk-table.ts';

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

/** Below merged cells Excel puts a row that is never shown, for the widths of its columns alone. */
const SPACER =
  /<tr[^>]*display\s*:\s*none[^>]*>\s*(<t[dh][^>]*>\s*<\/t[dh]>\s*)*<\/tr>\s*(<!\[endif\]>\s*)?(<!--EndFragment-->\s*)?<\/table>/i;

/** Reads which cells are merged downward; `null` where there is no table, or more than one. */
export function mergedCells(html: string): TableShape | null {
  const merged: MergedDown[] = [];
  let tables = 0;
  let count = 0;
  for (const met of walkTable(html)) {
    if (met === 'table') tables++;
    else if (met === 'row') count++;
    else if (met.down > 1) merged.push({ row: met.row, column: met.column, down: met.down });
  }
  if (tables !== 1 || count === 0) return null;
  const rows = SPACER.test(html) ? count - 1 : count;
  return { rows, merged: merged.map((cell) => ({ ...cell, down: Math.min(cell.down, rows - cell.row) })) };
}
