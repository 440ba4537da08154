import type { Cell, Place, Sheet } from '../read/types.ts';
import { looksLikeIdNumber, looksLikeName, squeezed } from './content.ts';
import { cellName } from './line-place.ts';
import type { RecognisedSheet } from './recognise.ts';

/** A table that stands on its side has few labels; a longer sheet is none. */
const TALLEST = 120;
const WIDEST = 512;

/**
 * Reads a sheet with the labels down one column and a person in each column beside it. `row` of a record is then the
 * person's column, counted from 1, and `cells` say where each field stands. Nothing when what is found this way may be
 * something else: a record form has labels in several columns.
 */
export function recogniseTransposed(
  sheet: Sheet,
  recognise: (sheet: Sheet) => readonly RecognisedSheet[],
): readonly RecognisedSheet[] {
  const last = sheet.rows.at(-1)?.row ?? 0;
  if (sheet.rows.length < 4 || last > TALLEST) return [];
  const turned = transposed(sheet);
  if (turned.rows.length < 2 || turned.rows.length > WIDEST) return [];
  const [table, ...more] = recognise(turned);
  if (table === undefined || more.length > 0 || !isSure(table, turned.rows.length)) return [];
  // What stands before the labels may number them. A list that names fields further in (of mistakes) says more.
  const before = turned.rows.filter(({ row }) => row < table.headerRow);
  if (before.some(({ cells }) => cells.length > 2 && !cells.every(({ text }) => /^\D?\d{1,3}\D?$/.test(text))))
    return [];
  const records = table.records.map((record) => {
    const cells: Record<string, string> = {};
    for (const { field, column } of table.columns)
      if (field !== undefined) cells[field] ??= cellName({ row: record.row, transposed: true }, column);
    return { ...record, cells };
  });
  const headerRow = Math.min(...table.columns.filter(({ field }) => field !== undefined).map((c) => c.column + 1));
  return [{ ...table, headerRow, records, transposed: true }];
}

/** Every column but the labels' is a person with a name or an ID number, most with a name, and labels stand nowhere else. */
function isSure({ records, leftOut }: RecognisedSheet, lines: number): boolean {
  const named =
    records.every(({ texts }) => isName(texts.name) || looksLikeIdNumber(squeezed(texts.idNumber ?? ''))) &&
    records.filter(({ texts }) => isName(texts.name)).length * 2 > records.length;
  return named && !leftOut.some(({ reason }) => reason !== 'note') && (records.length >= 2 || lines === 2);
}

const isName = (text = ''): boolean => looksLikeName(squeezed(text));

function transposed(sheet: Sheet): Sheet {
  const rows = new Map<number, Cell[]>();
  for (const { row, cells } of sheet.rows)
    for (const cell of cells) {
      const list = rows.get(cell.column + 1);
      const turned = { ...cell, column: row - 1 };
      if (list === undefined) rows.set(cell.column + 1, [turned]);
      else list.push(turned);
    }
  const turn = <T extends Place>(one: T): T => ({ ...one, row: one.column + 1, column: one.row - 1 });
  return {
    ...sheet,
    rows: [...rows].map(([row, cells]) => ({ row, cells })).sort((a, b) => a.row - b.row),
    merges: sheet.merges.map(({ top, bottom, left, right }) => ({
      top: left + 1,
      bottom: right + 1,
      left: top - 1,
      right: bottom - 1,
    })),
    ...(sheet.uncalculated === undefined ? {} : { uncalculated: sheet.uncalculated.map(turn) }),
    ...(sheet.struck === undefined ? {} : { struck: sheet.struck.map(turn) }),
  };
}
