import { expect, test } from 'vitest';
import { daysIn, fullYears, isIsoDay, localDay, parseIsoDay, serialDay } from './calendar.ts';

test('leap years', () => {
  expect([1900, 2000, 2016, 2017].map((year) => daysIn(year, 2))).toEqual([28, 29, 29, 28]);
});

test('texts that are days, and the day of a moment by this clock', () => {
  const texts = ['2016-02-29', '2017-02-29', '2017-13-01', '20170101', ''];
  expect(texts.map(isIsoDay)).toEqual([true, false, false, false, false]);
  expect(localDay(new Date(2017, 0, 5, 8))).toBe('2017-01-05');
  expect(localDay(new Date(2017, 11, 31, 23, 59))).toBe('2017-12-31');
});

test('full years turn on the birthday; 29 February on 1 March of common years', () => {
  const birth = { year: 1996, month: 2, day: 29 };
  expect(fullYears(birth, { year: 2017, month: 2, day: 28 })).toBe(20);
  expect(fullYears(birth, { year: 2017, month: 3, day: 1 })).toBe(21);
  expect(fullYears(birth, { year: 2016, month: 2, day: 28 })).toBe(19);
  expect(fullYears(birth, { year: 2016, month: 2, day: 29 })).toBe(20);
  expect(fullYears({ year: 1982, month: 11, day: 30 }, { year: 2017, month: 11, day: 30 })).toBe(35);
  expect(fullYears({ year: 1982, month: 12, day: 1 }, { year: 2017, month: 11, day: 30 })).toBe(34);
});

test('without the birthday itself, a year is full on the day after it', () => {
  const leapling = { year: 1996, month: 2, day: 29 };
  const on = (year: number, month: number, day: number): number => fullYears(leapling, { year, month, day }, false);
  expect([on(2016, 2, 29), on(2016, 3, 1), on(2017, 2, 28), on(2017, 3, 1)]).toEqual([19, 20, 20, 21]);
  const birth = { year: 1982, month: 11, day: 30 };
  expect(fullYears(birth, { year: 2017, month: 11, day: 30 }, false)).toBe(34);
  expect(fullYears(birth, { year: 2017, month: 12, day: 1 }, false)).toBe(35);
});

test('serial numbers are days', () => {
  expect(serialDay(1)).toEqual({ year: 1900, month: 1, day: 1 });
  expect(serialDay(59)).toEqual({ year: 1900, month: 2, day: 28 });
  expect(serialDay(61)).toEqual({ year: 1900, month: 3, day: 1 });
  expect(serialDay(43069)).toEqual({ year: 2017, month: 11, day: 30 });
});

test('days that are none', () => {
  expect(['2017-02-29', '2017-11-31', '2017-13-01', '2017-1-1', ''].map(parseIsoDay)).toEqual(Array(5).fill(undefined));
  expect(parseIsoDay('2016-02-29')).toEqual({ year: 2016, month: 2, day: 29 });
});
