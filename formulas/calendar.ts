/** A day of the calendar; months from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days of a month, by the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether there is such a day. */
export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** A day as one number that sorts by time: 19900516. */
export const dayNumber = ({ year, month, day }: Day): number => year * 10000 + month * 100 + day;

let lastText = '';
let lastDay: Day | undefined;

/** `2017-11-30` as a day; anything else has none. The latest answer is remembered: a project has one reference date. */
export function parseIsoDay(text: string): Day | undefined {
  if (text === lastText) return lastDay;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match && { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  lastText = text;
  lastDay = day && isDay(day) ? day : undefined;
  return lastDay;
}

/** `2017-11-30`. */
export function formatDay({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether a text is a day of the calendar, `2017-11-30`. */
export const isIsoDay = (text: string): boolean => parseIsoDay(text) !== undefined;

/** A moment's day by this machine's clock, now's without one: at eight in Chengdu it is still yesterday in Greenwich. */
export function localDay(moment = new Date()): string {
  return formatDay({ year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() });
}

/** The year of a day, `2017-11-30`. */
export const isoYear = (day: string): number => Number(day.slice(0, 4));

/** `1990.05`, the everyday form of a month. */
export function formatMonth(year: number, month: number): string {
  return `${year}.${String(month).padStart(2, '0')}`;
}

/** The day of a spreadsheet's serial number (1900 system, 1 = 1900-01-01, with its false 29 February 1900). */
export function serialDay(serial: number): Day {
  const date = new Date(Date.UTC(1899, 11, serial > 59 ? 30 : 31) + serial * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * Full years (周岁) from a birthday to a day; who is born on 29 February comes of age on 1 March in common years.
 * @param inclusive whether the birthday itself counts; without, the year is full on the day after it, as courts count
 */
export function fullYears(birth: Day, on: Day, inclusive = true): number {
  const late = inclusive ? on.day < birth.day : on.day <= birth.day;
  const before = on.month < birth.month || (on.month === birth.month && late);
  return on.year - birth.year - (before ? 1 : 0);
}
