import { type Day, formatDay, formatMonth, isDay, parseIsoDay } from '../../formulas/calendar.ts';
import { readMonth } from '../../formulas/year-month.ts';
import type { Field } from '../../sheets-templates/schema.ts';

/** How a field writes the day or month that was picked, by the example of the pack's schema. */
export type Spelling = NonNullable<Field['pick']>;

/** The spelling of a field that a month or day can be picked for; `null` for any other. */
export function spellingOf(field: Field | undefined): Spelling | null {
  if (field?.pick) return field.pick;
  if (field?.type === 'yearMonth') return '2017.11';
  return field?.type === 'date' ? '2017-11-30' : null;
}

/** Whether months are picked, not days. */
export const isMonthly = (spelling: Spelling): boolean => spelling === '2017.11';

/** A day as the field writes it. */
export function spell(day: Day, spelling: Spelling): string {
  if (isMonthly(spelling)) return formatMonth(day.year, day.month);
  return spelling === '2017-11-30' ? formatDay(day) : formatDay(day).replaceAll('-', '.');
}

const BEGINS_WITH_DAY = /^\s*(\d{4})\s*[-./年]\s*(\d{1,2})(?:\s*[-./月]\s*(\d{1,2}))?(?!\d)/;

/** The day or month that a text begins with, such as `2017.03.06-03.10`; nothing where it names none. */
export function readDay(text: string, asOf: string): Day | null {
  const [, year, month, day] = BEGINS_WITH_DAY.exec(text.normalize('NFKC')) ?? [];
  const found = { year: Number(year), month: Number(month), day: Number(day ?? 1) };
  if (year !== undefined && isDay(found)) return found;
  // No such day, but perhaps such a month.
  if (year !== undefined && isDay({ ...found, day: 1 })) return { ...found, day: 1 };
  const reading = readMonth(text, parseIsoDay(asOf)?.year ?? new Date().getFullYear());
  return reading ? { year: reading.year, month: reading.month, day: 1 } : null;
}
