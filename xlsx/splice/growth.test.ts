import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Area } from './a1.ts';
import { growth, movedArea, movedReference, movedRow } from './growth.ts';

const growths = fc
  .record({
    first: fc.integer({ min: 2, max: 40 }),
    length: fc.integer({ min: 1, max: 30 }),
    rows: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ first, length, rows }) => growth(first, first + length - 1, rows));
const areas = fc
  .record({ top: fc.integer({ min: 1, max: 120 }), height: fc.integer({ min: 1, max: 90 }) })
  .map(({ top, height }): Area => ({ left: 2, right: 5, top, bottom: top + height - 1 }));

test('above stays, below moves as a block, around grows', () => {
  fc.assert(
    fc.property(growths, areas, (g, area) => {
      const after = movedArea(g, area);
      if (area.bottom < g.first) expect(after).toEqual(area);
      else if (area.top > g.last)
        expect(after).toEqual({ ...area, top: area.top + g.delta, bottom: area.bottom + g.delta });
      else if (area.top <= g.first && area.bottom >= g.last)
        expect(after).toEqual({ ...area, bottom: area.bottom + g.delta });
    }),
  );
});

test('growing and shrinking back is as if nothing had happened, but for what stood within the rows', () => {
  fc.assert(
    fc.property(growths, areas, (g, area) => {
      fc.pre(area.bottom < g.first || area.top > g.last || (area.top < g.first && area.bottom > g.last));
      const back = growth(g.first, g.newLast, g.last - g.first + 1);
      for (const move of [movedArea, movedReference]) {
        const there = move(g, area);
        expect(there === undefined ? undefined : move(back, there)).toEqual(area);
      }
    }),
  );
});

test('nothing points below the rows that are left', () => {
  fc.assert(
    fc.property(growths, areas, (g, area) => {
      fc.pre(area.top >= g.first && area.bottom <= g.last);
      const after = movedArea(g, area);
      if (after !== undefined) expect(after.bottom).toBeLessThanOrEqual(g.newLast);
    }),
  );
});

test('rows', () => {
  const g = growth(4, 9, 2);
  expect([3, 4, 5, 6, 9, 10].map((row) => movedRow(g, row))).toEqual([3, 4, 5, undefined, undefined, 6]);
});
