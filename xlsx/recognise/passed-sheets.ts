import { PASSED_SHEET } from '../locale/zh-CN.ts';
import type { Workbook } from '../read/types.ts';
import type { Recognised } from './recognise.ts';

/** A sheet that says something and was not read: it holds no table of people, or it is hidden while others are not. */
export interface PassedSheet {
  readonly sheet: string;
  /** How many people stand on it. */
  readonly people: number;
}

/** Sheets that were not read, in the order of the workbook; blank ones are not listed. */
export function passedSheets(
  { sheets }: Workbook,
  { others, hidden }: Recognised,
  read: ReadonlySet<string>,
): readonly PassedSheet[] {
  const passed = new Set(others.filter((name) => !read.has(name)));
  if (passed.size === 0) return [];
  return sheets.flatMap(({ name, rows }) =>
    passed.has(name) && rows.some(({ cells }) => cells.some(({ text }) => text.trim() !== ''))
      ? [{ sheet: name, people: hidden?.get(name) ?? 0 }]
      : [],
  );
}

/** Why a sheet was not read. */
export function passedMessage({ people }: PassedSheet): string {
  return people > 0 ? PASSED_SHEET.hidden(people) : PASSED_SHEET.other;
}
