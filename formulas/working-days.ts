import chineseDays from 'chinese-days';
import { type Day, formatDay, parseIsoDay } from './calendar.ts';

/** `date`: no such day. `unpublished`: the notice on the public holidays of `year` is not known to this program. */
export type WorkingDaysError =
  | { readonly ok: false; readonly code: 'date' }
  | { readonly ok: false; readonly code: 'unpublished'; readonly year: number };

/** Before it the library's calendar was not compared with the notices, day by day. */
const FIRST_YEAR = 2010;
const DAY = 86_400_000;

const known = new Map<number, boolean>();

/**
 * What the library's lists of holidays and make-up days say about a date; nothing about an ordinary day. In western time
 * zones the library moves a date back by one day, its own lists as well: they still meet, but its weekdays are wrong.
 */
function listed(day: Day): 'off' | 'worked' | undefined {
  const { name, work } = chineseDays.getDayDetail(formatDay(day));
  // A listed day has a name such as `National Day,国庆节,3`, an ordinary one that of its weekday.
  return name.includes(',') ? (work ? 'worked' : 'off') : undefined;
}

/** Whether the State Council's notice on the public holidays of a year is known. Every notice names 1 October. */
export function holidaysPublished(year: number): boolean {
  let published = known.get(year);
  if (published === undefined) {
    published = year >= FIRST_YEAR && year < 10_000 && listed({ year, month: 10, day: 1 }) !== undefined;
    known.set(year, published);
  }
  return published;
}

const dayAt = (time: number): Day => {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};
const timeOf = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day);

/** `1` for a working day, `0` for one off; nothing when its year is not published. */
function worked(day: Day): 0 | 1 | undefined {
  if (!holidaysPublished(day.year)) return undefined;
  const list = listed(day);
  if (list !== undefined) return list === 'worked' ? 1 : 0;
  const weekday = new Date(timeOf(day)).getUTCDay();
  return weekday === 0 || weekday === 6 ? 0 : 1;
}

const unpublished = ({ year }: Day): WorkingDaysError => ({ ok: false, code: 'unpublished', year });

/**
 * The working day that comes `days` working days after a date, public holidays and make-up days (调休) counted as they
 * were published. The day after the given one is the first that counts, a weekend or holiday itself is never day 1.
 * @param date `2017-09-29`
 * @param days whole days; 0 is the date itself, negative goes back
 * @example addWorkingDays('2017-09-29', 1) // 2017-09-30, a Saturday worked in exchange for the National Day week
 * @throws RangeError when `days` is no whole number
 */
export function addWorkingDays(
  date: string,
  days: number,
): { readonly ok: true; readonly date: string } | WorkingDaysError {
  if (!Number.isInteger(days)) throw new RangeError(`no whole number of days: ${days}`);
  const from = parseIsoDay(date);
  if (!from) return { ok: false, code: 'date' };
  const step = days < 0 ? -DAY : DAY;
  let time = timeOf(from);
  for (let left = Math.abs(days); left > 0; ) {
    time += step;
    const day = dayAt(time);
    const work = worked(day);
    if (work === undefined) return unpublished(day);
    left -= work;
  }
  return { ok: true, date: formatDay(dayAt(time)) };
}

/**
 * How many working days lie behind `from`, up to and with `to`: the day after `from` counts as day 1, so that
 * `workingDaysBetween(d, addWorkingDays(d, n))` is `n`. Negative when `to` is before `from`.
 */
export function workingDaysBetween(
  from: string,
  to: string,
): { readonly ok: true; readonly days: number } | WorkingDaysError {
  const [start, end] = [parseIsoDay(from), parseIsoDay(to)];
  if (!start || !end) return { ok: false, code: 'date' };
  const step = timeOf(end) < timeOf(start) ? -DAY : DAY;
  let days = 0;
  for (let time = timeOf(start); time !== timeOf(end); ) {
    time += step;
    const day = dayAt(time);
    const work = worked(day);
    if (work === undefined) return unpublished(day);
    days += work;
  }
  return { ok: true, days: step < 0 ? -days : days };
}

/** Whether a date (`2017-10-01`) is worked. */
export function isWorkingDay(date: string): { readonly ok: true; readonly works: boolean } | WorkingDaysError {
  const day = parseIsoDay(date);
  if (!day) return { ok: false, code: 'date' };
  const work = worked(day);
  return work === undefined ? unpublished(day) : { ok: true, works: work === 1 };
}
