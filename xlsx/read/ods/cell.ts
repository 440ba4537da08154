import { serialToText } from '../dates.ts';
import { numberText } from '../number-text.ts';
import type { Cell } from '../types.ts';

/** From here on a number has lost digits, and what it shows hides that. */
const EXACT = 1e15;

/**
 * The cell that an element `table:table-cell` is.
 * @param attributes its own; they hold numbers and days as such
 * @param shown its paragraphs, as the program that wrote the file displayed them
 * @param shaped whether its style says how many digits numbers are shown with
 */
export function odsCell(
  column: number,
  attributes: Readonly<Record<string, string>>,
  shown: string,
  shaped: boolean,
): Cell | undefined {
  const kind = attributes['office:value-type'];
  switch (kind) {
    case 'float':
    case 'percentage':
    case 'currency':
      // LibreOffice calls the truth a number where its format does not.
      if (/^(?:TRUE|FALSE)$/.test(shown)) return { column, text: shown, kind: 'boolean' };
      return { column, ...number(attributes['office:value'] ?? '', shown, shaped || kind !== 'float') };
    case 'date':
      return { column, text: dayText(attributes['office:date-value'] ?? '') ?? shown, kind: 'date' };
    case 'time':
      return { column, ...time(attributes['office:time-value'] ?? '', shown) };
    case 'boolean':
      return { column, text: attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE', kind: 'boolean' };
    default:
  }
  const text = shown === '' ? (attributes['office:string-value'] ?? '') : shown;
  if (text === '') return undefined;
  return { column, text, kind: isError(attributes, text) ? 'error' : 'text' };
}

/**
 * As it is shown, where that is as its format says; else with all its digits, as General shows a number: programs show
 * fewer where a column is narrow.
 */
function number(value: string, shown: string, shaped: boolean): Pick<Cell, 'text' | 'kind'> {
  // Gnumeric writes a minus sign.
  const text = shown.trim().replace(/^\u2212/, '-');
  const short = text === '' || /^#|\/|\dE[+-]?\d/i.test(text);
  const plain = !short && (shaped || Number(text) === Number(value));
  if (plain && Math.abs(Number(value)) < EXACT) return { text, kind: 'number' };
  return numberText(String(Number(value)), undefined, false) ?? { text: shown, kind: 'text' };
}

/** `1990-05-01T13:45:00` → `1990-05-01 13:45`, without the time at midnight; `undefined` for what is no day of four-digit years. */
function dayText(written: string): string | undefined {
  const [, day, time = '00:00', seconds = '00'] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d):(\d\d)(?:[.,]\d+)?)?Z?$/.exec(written) ?? [];
  if (day === undefined) return undefined;
  if (seconds !== '00') return `${day} ${time}:${seconds}`;
  return time === '00:00' ? day : `${day} ${time}`;
}

/** `PT13H45M00S` → `13:45`; a day and more, which is no time of day, as the number that it is. */
function time(written: string, shown: string): Pick<Cell, 'text' | 'kind'> {
  const [whole, hours = '0', minutes = '0', seconds = '0'] =
    /^PT(?:(\d{1,9})H)?(?:(\d{1,2})M)?(?:(\d{1,2}(?:[.,]\d+)?)S)?$/.exec(written) ?? [];
  if (whole === undefined) return { text: shown, kind: 'date' };
  const days = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'))) / 86_400;
  // LibreOffice counts 1993.1 days to a millionth of a second.
  if (days >= 1) return number(String(Number(days.toFixed(9))), '', false);
  return { text: (serialToText(days, false) ?? '').slice(11) || '00:00', kind: 'date' };
}

/** An error stands there as text, marked as one by LibreOffice and known by its formula elsewhere. */
function isError(attributes: Readonly<Record<string, string>>, text: string): boolean {
  if (attributes['calcext:value-type'] === 'error') return true;
  return attributes['table:formula'] !== undefined && /^(?:#[A-Z]+[A-Z0-9/]*[!?]?|Err:\d+)$/.test(text);
}
