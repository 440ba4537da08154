import { bareText } from './bare-text.ts';
import { formatMonth, isDay, parseIsoDay, serialDay } from './calendar.ts';
import { chineseDigits, readChineseNumber } from './locale/chinese-number.ts';
import {
  ageBehind,
  monthBefore,
  monthBehind,
  monthForm,
  monthGaps,
  monthInNote,
  monthName,
  monthNames,
  monthThenYear,
  solarCalendar,
} from './locale/month-words.ts';

/** A month as read; `ambiguous` when `1990.1` may be January or an October that lost its zero. */
export interface MonthReading {
  readonly year: number;
  readonly month: number;
  readonly ambiguous: boolean;
}

/** Two-digit years are the latest that lie before the reference year. */
function fullYear(text: string, latest: number): number {
  const year = Number(text);
  if (text.length === 4) return year;
  const century = latest - (latest % 100);
  return century + year <= latest ? century + year : century - 100 + year;
}

function reading(year: number, month: number, day: number | undefined, ambiguous = false): MonthReading | undefined {
  if (year < 1900 || year > 2100) return undefined;
  return isDay({ year, month, day: day ?? 1 }) ? { year, month, ambiguous } : undefined;
}

function readDigits(digits: string, latest: number): MonthReading | undefined {
  if (digits.length === 8)
    return reading(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
  if (digits.length === 6) {
    const whole = reading(Number(digits.slice(0, 4)), Number(digits.slice(4)), undefined);
    // 201213 is a year and a month that is none, no day of 1920.
    if (whole !== undefined || /^(?:19|20)/.test(digits)) return whole;
    return reading(fullYear(digits.slice(0, 2), latest), Number(digits.slice(2, 4)), Number(digits.slice(4)));
  }
  // A real date cell whose format was lost shows its serial number: 10000 is in 1927, 60000 in 2064.
  if (digits.length === 5) {
    // 19901 may as well be a month that lost its zero, and more likely is.
    if (/^(?:19|20)\d{2}[1-9]$/.test(digits)) return undefined;
    const { year, month, day } = serialDay(Number(digits));
    return reading(year, month, day);
  }
  return undefined;
}

/**
 * Reads a month in any spelling: `1990.05`, `1990年5月`, `1990/5/1`, `1990-05`, `199005`, `19900501`, `90.05`, `1990.5`,
 * a spreadsheet's serial number. What names no month of the calendar has no reading.
 * @param latest the reference year, for years of two digits
 */
export function readMonth(text: string, latest: number): MonthReading | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/[‐-―−]/g, '-')
    .replace(monthGaps, (gap, at: number, whole: string) =>
      /\d/.test(whole.charAt(at - 1)) && /\d/.test(whole.charAt(at + gap.length)) ? ' ' : '',
    )
    .replace(ageBehind, '')
    .trim();
  const bare = bareText(plain.replace(monthInNote, '$1'))
    .replace(solarCalendar, '')
    .replace(monthBefore, '')
    .replace(monthBehind, '')
    .trim();
  if (bare === '') return undefined;
  const digits = chineseDigits.test(bare) ? readChineseNumber(bare) : bare;
  if (/^\d+(\.0+)?$/.test(digits) && !/^\d{4}\.0+$/.test(digits))
    return readDigits(digits.replace(/\.0+$/, ''), latest);
  const [, name = '', named = ''] = monthName.exec(digits) ?? [];
  if (monthNames.includes(name.toLowerCase()))
    return reading(fullYear(named, latest), monthNames.indexOf(name.toLowerCase()) + 1, undefined);
  const swapped = monthThenYear.exec(digits);
  if (swapped) return reading(Number(swapped[2]), Number(swapped[1]), undefined);
  const match = monthForm.exec(digits);
  if (!match) return undefined;
  const [, year = '', separator = '', month = '', , day] = match;
  const ambiguous = separator === '.' && month === '1' && day === undefined && /^\d+\.1$/.test(digits);
  return reading(fullYear(year, latest), Number(month), day === undefined ? undefined : Number(day), ambiguous);
}

/** A month in its normal form `1990.05`, and nothing else. Without a pattern: a rule asks for every record. */
export function parseMonth(text: string): { readonly year: number; readonly month: number } | undefined {
  if (text.length !== 7 || text.charCodeAt(4) !== 46) return undefined;
  let digits = 0;
  for (let at = 0; at < 7; at++) {
    if (at === 4) continue;
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    digits = digits * 10 + digit;
  }
  const month = digits % 100;
  return month >= 1 && month <= 12 ? { year: (digits - month) / 100, month } : undefined;
}

/** The reference year of `2017-11-30`; far in the future without one. */
export const yearOf = (asOf: string): number => parseIsoDay(asOf)?.year ?? 2099;

/** The normal form of a reading; an ambiguous one keeps its single digit. */
export function showReading({ year, month, ambiguous }: MonthReading): string {
  return ambiguous ? `${year}.1` : formatMonth(year, month);
}
