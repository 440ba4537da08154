import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayNumber, isDay } from '../../formulas/calendar.ts';
import { fieldSchema } from '../../sheets-templates/schema.ts';
import { addDays, addMonths, FIRST_YEAR, LAST_YEAR, moved, weeksOf } from './moves.ts';
import { readDay, spell, spellingOf } from './spelling.ts';

const days = fc
  .record({ year: fc.integer({ min: FIRST_YEAR, max: LAST_YEAR }), month: fc.integer({ min: 1, max: 12 }) })
  .chain(({ year, month }) => fc.integer({ min: 1, max: 31 }).map((day) => ({ year, month, day })))
  .filter(isDay);
const KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];

it('a field says how its months and days are written', () => {
  const field = (set: object) => fieldSchema.parse({ key: 'a', label: '甲', ...set });
  expect(spellingOf(field({ type: 'yearMonth' }))).toBe('2017.11');
  expect(spellingOf(field({ type: 'date' }))).toBe('2017-11-30');
  expect(spellingOf(field({ type: 'text', pick: '2017.11.30' }))).toBe('2017.11.30');
  expect(spellingOf(field({ type: 'text' }))).toBeNull();
});

it('what was picked is read as itself, in every spelling', () => {
  fc.assert(
    fc.property(days, (day) => {
      for (const spelling of ['2017-11-30', '2017.11.30'] as const)
        expect(readDay(spell(day, spelling), '2017-11-30')).toEqual(day);
      const month = spell(day, '2017.11');
      expect(readDay(month, '2017-11-30')).toEqual({ ...day, day: 1 });
    }),
  );
});

it.each([
  ['2017.03.06-03.10', '2017-03-06'],
  ['2017年3月6日', '2017-03-06'],
  ['２０１７．３', '2017-03-01'],
  ['90.05', '1990-05-01'],
  ['2017-02-30', '2017-02-01'],
])('a picker begins at what “%s” begins with', (text, iso) => {
  const day = readDay(text, '2017-11-30');
  expect(day && spell(day, '2017-11-30')).toBe(iso);
});

it('a text that names no day has none', () => {
  expect(readDay('', '2017-11-30')).toBeNull();
  expect(readDay('上半年', '2017-11-30')).toBeNull();
});

it('every key leads to a day of the calendar within the years, and back', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...KEYS), fc.boolean(), fc.boolean(), (day, key, monthly, shift) => {
      const to = moved(day, key, monthly, shift);
      expect(to && isDay(to) && to.year >= FIRST_YEAR && to.year <= LAST_YEAR).toBe(true);
    }),
  );
  fc.assert(
    fc.property(days, fc.integer({ min: -400, max: 400 }), (day, by) => {
      const there = addDays(day, by);
      if (there.year > FIRST_YEAR && there.year < LAST_YEAR) expect(addDays(there, -by)).toEqual(day);
      const months = addMonths({ ...day, day: 1 }, by);
      if (months.year > FIRST_YEAR && months.year < LAST_YEAR)
        expect(addMonths(months, -by)).toEqual({ ...day, day: 1 });
    }),
  );
  expect(moved({ year: 2016, month: 2, day: 29 }, 'PageDown', false, false)).toEqual({ year: 2017, month: 2, day: 28 });
  expect(moved({ year: 2016, month: 2, day: 29 }, 'x', false, false)).toBeNull();
});

it('the weeks of a month begin on Monday and hold each day once, in order', () => {
  fc.assert(
    fc.property(days, ({ year, month }) => {
      const weeks = weeksOf(year, month);
      const held = weeks.flat().filter((day) => day !== null);
      expect(held).toEqual(Array.from({ length: held.length }, (_, at) => at + 1));
      expect(isDay({ year, month, day: held.length }) && !isDay({ year, month, day: held.length + 1 })).toBe(true);
      expect(dayNumber({ year, month, day: 1 })).toBe(year * 10000 + month * 100 + 1);
    }),
  );
  // 1 November 2017 was a Wednesday.
  expect(weeksOf(2017, 11)[0]).toEqual([null, null, 1, 2, 3, 4, 5]);
});
