import type { Area } from './types.ts';

/** Last row and column (0-based XFD) of a sheet (ECMA-376, 18.3.1.4); what lies beyond is not a cell. */
export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_383;

/** `K7` → column 10, row 7; `undefined` for anything else. `$` is allowed. */
export function parseReference(text: string): { readonly column: number; readonly row: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(text);
  const letters = match?.[1];
  if (match === null || letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  if (column - 1 > MAX_COLUMN || row < 1 || row > MAX_ROW) return undefined;
  return { column: column - 1, row };
}

/** `A2:B3` or `A2` → area. */
export function parseArea(text: string): Area | undefined {
  const [first, second] = text.split(':');
  const a = parseReference(first ?? '');
  const b = parseReference(second ?? first ?? '');
  if (a === undefined || b === undefined) return undefined;
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

/** 0 → `A`, 26 → `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
