import fc from 'fast-check';
import { expect, test } from 'vitest';
import { average, difference, ranks, readScore } from './scores.ts';

const score = fc.integer({ min: 0, max: 1000 }).map((n) => n / 10);

test('a score is a plain number from 0 to 100', () => {
  expect(['0', '85', '85.5', '100', '100.0'].map(readScore)).toEqual([0, 85, 85.5, 100, 100]);
  for (const text of ['', '101', '100.5', '-1', '八十', '85分', '1e2', '８５']) expect(readScore(text)).toBeUndefined();
});

test('the average has two decimals and does not depend on the order', () => {
  expect(average([])).toBeNull();
  expect(average([80.1, 80.2, 80.3])).toBe(80.2);
  expect(average([85, 90, 84])).toBe(86.33);
  expect(average([80.01, 80.02])).toBe(80.02);
  fc.assert(
    fc.property(fc.array(score, { minLength: 1, maxLength: 8 }), (scores) => {
      const mean = average(scores) ?? Number.NaN;
      expect(average([...scores].reverse())).toBe(mean);
      expect(average([...scores, ...scores])).toBe(mean);
      expect(mean).toBeGreaterThanOrEqual(Math.min(...scores) - 0.005);
      expect(mean).toBeLessThanOrEqual(Math.max(...scores) + 0.005);
    }),
  );
});

test('a difference is exact to two decimals, and none is no loss', () => {
  expect(difference(90.1, 89.9)).toBe(0.2);
  expect(difference(80, 85.5)).toBe(-5.5);
  expect(Object.is(difference(80, 80), 0)).toBe(true);
});

test('equal scores share a rank and the next is skipped', () => {
  expect(ranks([90, null, 95, 90, 80])).toEqual([2, null, 1, 2, 4]);
  fc.assert(
    fc.property(fc.array(fc.option(score), { maxLength: 60 }), (scores) => {
      // The plain definition: one more than there are higher ones.
      const plain = scores.map((own) =>
        own === null ? null : 1 + scores.filter((other) => other !== null && other > own).length,
      );
      expect(ranks(scores)).toEqual(plain);
    }),
  );
});
