import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RankCounter } from './rank-counter.ts';
import { ranks } from './scores.ts';

const averages = fc.array(fc.option(fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100)), { maxLength: 40 });

it('ranks as the table does, whoever came and went before', () => {
  fc.assert(
    fc.property(averages, averages, (gone, here) => {
      const counter = new RankCounter();
      for (const average of [...gone, ...here]) counter.add(average);
      for (const average of gone) counter.remove(average);
      expect(here.map((average) => counter.rankOf(average))).toEqual(ranks(here));
    }),
  );
});
