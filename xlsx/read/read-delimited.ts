import { TEXT_SHEET } from '../locale/zh-CN.ts';
import { decodeTable, delimiterOf, splitCells } from './delimited-text.ts';
import { MAX_COLUMN, MAX_ROW } from './reference.ts';
import { newBudget } from './scan-sheet.ts';
import { type Cell, LONGEST_TEXT, type ReadError, type SheetRow, type Workbook } from './types.ts';

/** A text file larger than this is no roster. Bytes. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Reads comma- or tab-separated text (UTF-8, UTF-16 with its mark, GB18030) as a workbook of one sheet; `undefined`
 * when the bytes are no table. Every cell is text.
 * Error codes: 'too-large', 'too-many-cells', 'text-too-long'.
 */
export function readDelimited(
  bytes: Uint8Array,
): { readonly ok: true; readonly workbook: Workbook } | { readonly ok: false; readonly error: ReadError } | undefined {
  if (bytes.length > LARGEST) return { ok: false, error: { code: 'too-large' } };
  const text = decodeTable(bytes);
  const delimiter = text === undefined ? undefined : delimiterOf(text);
  if (text === undefined || delimiter === undefined) return undefined;
  const rows: { row: number; cells: Cell[] }[] = [];
  const budget = newBudget();
  let error: ReadError | undefined;
  splitCells(text, delimiter, (row, column, raw) => {
    const cell = plainText(raw);
    if (cell === '' || column > MAX_COLUMN) return true;
    if (cell.length > LONGEST_TEXT) error = { code: 'text-too-long' };
    else if (row > MAX_ROW || --budget.cells < 0) error = { code: 'too-many-cells' };
    if (error !== undefined) return false;
    const last = rows.at(-1);
    if (last?.row === row) last.cells.push({ column, text: cell, kind: 'text' });
    else rows.push({ row, cells: [{ column, text: cell, kind: 'text' }] });
    return true;
  });
  if (error !== undefined) return { ok: false, error };
  const sheet: readonly SheetRow[] = rows;
  return {
    ok: true,
    workbook: { sheets: [{ name: TEXT_SHEET, hidden: false, rows: sheet, merges: [] }], customXml: [] },
  };
}

/** `="511425…"` is how programs keep Excel from rounding a number in a text file. */
function plainText(cell: string): string {
  const kept = /^="?([^"]*)"?$/.exec(cell);
  return kept?.[1] ?? (cell.trim() === '' ? '' : cell);
}
