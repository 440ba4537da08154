import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWorkingDays, holidaysPublished, isWorkingDay, workingDaysBetween } from './working-days.ts';

/** Around the National Day of 2017 (国办发明电〔2016〕17号): 30 September worked, 1 to 8 October off. */
const CASES: readonly (readonly [from: string, days: number, to: string])[] = [
  ['2017-09-28', 1, '2017-09-29'],
  ['2017-09-29', 1, '2017-09-30'],
  ['2017-09-30', 1, '2017-10-09'],
  ['2017-10-03', 3, '2017-10-11'],
  ['2017-11-30', 5, '2017-12-07'],
  ['2017-10-09', -1, '2017-09-30'],
  ['2020-01-31', 1, '2020-02-03'],
  ['2023-12-29', 1, '2024-01-02'],
  ['2017-10-01', 0, '2017-10-01'],
];

test.each(CASES)('%s and %i working days', (from, days, to) => {
  expect(addWorkingDays(from, days)).toEqual({ ok: true, date: to });
});

test('the same in every time zone', () => {
  const script = `
    const { addWorkingDays, isWorkingDay } = await import(${JSON.stringify(fileURLToPath(new URL('./working-days.ts', import.meta.url)))});
    console.log(JSON.stringify([...${JSON.stringify(CASES)}.map(([from, days]) => addWorkingDays(from, days).date), isWorkingDay('2017-10-09').works, addWorkingDays('2016-01-04', 250).date]));
  `;
  const year = addWorkingDays('2016-01-04', 250);
  for (const TZ of ['America/Los_Angeles', 'Pacific/Kiritimati']) {
    const run = ['--import', 'tsx', '--input-type=module', '-e', script];
    const answer: unknown = JSON.parse(execFileSync(process.execPath, run, { env: { ...process.env, TZ } }).toString());
    expect(answer).toEqual([...CASES.map(([, , to]) => to), true, year.ok && year.date]);
  }
});

test('years without a notice say so', () => {
  expect([2009, 2010, 2026, 2027, 12_000].map(holidaysPublished)).toEqual([false, true, true, false, false]);
  expect(addWorkingDays('2026-12-30', 3)).toEqual({ ok: false, code: 'unpublished', year: 2027 });
  expect(addWorkingDays('2026-12-25', 3)).toEqual({ ok: true, date: '2026-12-30' });
  expect(workingDaysBetween('2026-12-30', '2027-01-04')).toEqual({ ok: false, code: 'unpublished', year: 2027 });
  expect(addWorkingDays('2010-01-04', -1)).toEqual({ ok: false, code: 'unpublished', year: 2009 });
  expect(isWorkingDay('2027-01-04')).toEqual({ ok: false, code: 'unpublished', year: 2027 });
});

test('days that are none', () => {
  for (const date of ['2017-11-31', '2017-1-1', '']) {
    expect(addWorkingDays(date, 1)).toEqual({ ok: false, code: 'date' });
    expect(workingDaysBetween('2017-01-01', date)).toEqual({ ok: false, code: 'date' });
    expect(isWorkingDay(date)).toEqual({ ok: false, code: 'date' });
  }
  expect(() => addWorkingDays('2017-01-01', 1.5)).toThrow(RangeError);
});

test('counting back what was added', () => {
  const day = fc
    .date({ min: new Date('2011-01-01'), max: new Date('2025-12-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 200 }), (from, days) => {
      const added = addWorkingDays(from, days);
      if (!added.ok) throw new Error(`${from} ${days}`);
      expect(workingDaysBetween(from, added.date)).toEqual({ ok: true, days });
      if (days > 0) expect(isWorkingDay(added.date)).toEqual({ ok: true, works: true });
    }),
    { numRuns: 50 },
  );
});
