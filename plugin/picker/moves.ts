import { type Day, dayNumber, daysIn } from '../../formulas/calendar.ts';

/** The days that one can go to. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2099;
const FIRST: Day = { year: FIRST_YEAR, month: 1, day: 1 };
const LAST: Day = { year: LAST_YEAR, month: 12, day: 31 };

/** Months in a row of the picker. */
export const MONTHS_IN_ROW = 3;

/** A day this many months on; the last of the month where it has no such day. */
export function addMonths({ year, month, day }: Day, by: number): Day {
  const months = year * 12 + month - 1 + by;
  const there = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  return within({ ...there, day: Math.min(day, daysIn(there.year, there.month)) });
}

/** A day this many days on. */
export function addDays({ year, month, day }: Day, by: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + by));
  return within({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
}

function within(day: Day): Day {
  if (dayNumber(day) < dayNumber(FIRST)) return FIRST;
  return dayNumber(day) > dayNumber(LAST) ? LAST : day;
}

/**
 * Where a key goes from a day; `null` for keys that go nowhere. Arrows: the neighbours on the grid; PageUp and PageDown: a year,
 * with Shift ten years among months and a month among days; Home and End: the first and last of the grid.
 */
export function moved(day: Day, key: string, monthly: boolean, shift: boolean): Day | null {
  const step = (by: number): Day => (monthly ? addMonths(day, by) : addDays(day, by));
  const row = monthly ? MONTHS_IN_ROW : 7;
  const page = shift ? (monthly ? 120 : 1) : 12;
  switch (key) {
    case 'ArrowLeft':
      return step(-1);
    case 'ArrowRight':
      return step(1);
    case 'ArrowUp':
      return step(-row);
    case 'ArrowDown':
      return step(row);
    case 'PageUp':
      return addMonths(day, -page);
    case 'PageDown':
      return addMonths(day, page);
    case 'Home':
      return monthly ? { ...day, month: 1 } : { ...day, day: 1 };
    case 'End':
      return monthly ? { ...day, month: 12 } : { ...day, day: daysIn(day.year, day.month) };
    default:
      return null;
  }
}

/** The days of a month in weeks from Monday; `null` where a week reaches beyond the month. */
export function weeksOf(year: number, month: number): readonly (readonly (number | null)[])[] {
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const days = daysIn(year, month);
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => {
      const day = week * 7 + at - before + 1;
      return day >= 1 && day <= days ? day : null;
    }),
  );
}
