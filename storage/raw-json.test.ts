import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rawJson } from './raw-json.ts';

it('is plain JSON where JSON is enough', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(rawJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it('leaves nothing out that JSON cannot say', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  const value = [undefined, 1n, Number.NaN, new Date(0), new Map([['a', new Set([1])]]), new Uint8Array([1, 2]), cycle];
  expect(JSON.parse(rawJson(value))).toEqual([
    { $undefined: true },
    { $bigint: '1' },
    { $number: 'NaN' },
    { $date: '1970-01-01T00:00:00.000Z' },
    { $map: [['a', { $set: [1] }]] },
    { $bytes: [1, 2] },
    { self: { $cycle: true } },
  ]);
});
