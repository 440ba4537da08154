import { numberText } from '../number-text.ts';
import type { Cell } from '../types.ts';

/** From here on a number has lost digits, and what it shows hides that. */
const EXACT = 1e15;

/**
 * The cell that an element `table:table-cell` is.
 * @param attributes its own; they hold numbers and days as such
 * @param shown its paragraphs, as the program that wrote the file displayed them
 */
export function odsCell(column: number, attributes: Readonly<Record<string, string>>, shown: string): Cell | undefined {
  switch (attributes['office:value-type']) {
    case 'float':
    case 'percentage':
    case 'currency':
      return { column, ...number(attributes['office:value'] ?? '', shown) };
    case 'date':
      return { column, text: dayText(attributes['office:date-value'] ?? shown), kind: 'date' };
    case 'time':
      return { column, text: timeText(attributes['office:time-value'] ?? '') ?? shown, kind: 'date' };
    case 'boolean':
      return { column, text: attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE', kind: 'boolean' };
    default:
  }
  const text = shown === '' ? (attributes['office:string-value'] ?? '') : shown;
  if (text === '') return undefined;
  return { column, text, kind: isError(attributes, text) ? 'error' : 'text' };
}

/** As it is shown; but with every digit where it is shown in short. */
function number(value: string, shown: string): Pick<Cell, 'text' | 'kind'> {
  const plain = shown !== '' && !/^(?:#+|-?\d(?:[.,]\d+)?E[+-]?\d+)$/i.test(shown);
  if (plain && Math.abs(Number(value)) < EXACT) return { text: shown, kind: 'number' };
  return numberText(String(Number(value)), undefined, false) ?? { text: shown, kind: 'text' };
}

/** `1990-05-01T13:45:00` → `1990-05-01 13:45`, without the time at midnight. */
function dayText(written: string): string {
  return written
    .replace(/[.,]\d+$/, '')
    .replace(/T(\d\d:\d\d):00$/, 'T$1')
    .replace(/T00:00$/, '')
    .replace('T', ' ');
}

/** `PT13H45M00S` → `13:45`; `undefined` for what is no time of day. */
function timeText(written: string): string | undefined {
  const [, hours = '', minutes = '', seconds = '00'] = /^PT(\d\d)H(\d\d)M(?:(\d\d)(?:[.,]\d+)?S)?$/.exec(written) ?? [];
  if (hours === '' || Number(hours) > 23) return undefined;
  return seconds === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${seconds}`;
}

/** An error stands there as text, marked as one by LibreOffice and known by its formula elsewhere. */
function isError(attributes: Readonly<Record<string, string>>, text: string): boolean {
  if (attributes['calcext:value-type'] === 'error') return true;
  return attributes['table:formula'] !== undefined && /^(?:#[A-Z]+[A-Z0-9/]*[!?]?|Err:\d+)$/.test(text);
}
