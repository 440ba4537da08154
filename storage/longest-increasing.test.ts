import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longestIncreasing } from './longest-increasing.ts';

/** The plain quadratic way, length only. */
function bestLength(values: readonly number[]): number {
  const best: number[] = [];
  values.forEach((value, i) => {
    best.push(1 + Math.max(0, ...best.filter((_, j) => j < i && (values[j] ?? 0) < value)));
  });
  return Math.max(0, ...best);
}

it('answers a longest strictly increasing subsequence', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 }), (values) => {
      const at = longestIncreasing(values);
      const picked = at.map((i) => values[i] ?? Number.NaN);
      expect(at.length).toBe(bestLength(values));
      for (let i = 1; i < at.length; i++) {
        expect(at[i]).toBeGreaterThan(at[i - 1] ?? 0);
        expect(picked[i]).toBeGreaterThan(picked[i - 1] ?? Number.NaN);
      }
    }),
  );
});

it('keeps a sorted list whole', () => {
  expect(longestIncreasing([1, 2, 3])).toEqual([0, 1, 2]);
  expect(longestIncreasing([])).toEqual([]);
});
