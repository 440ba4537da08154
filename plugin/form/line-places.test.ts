import fc from 'fast-check';
import { expect, it } from 'vitest';
import { settleLines } from './line-places.ts';

it('leaves the line of a record that went blank, and puts one that comes before the one it stands before', () => {
  expect(settleLines(['a', 'b', 'c'], ['a', 'c'])).toEqual(['a', null, 'c']);
  expect(settleLines(['a', null, 'c'], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
  expect(settleLines(['a', 'c'], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
  expect(settleLines([], ['a', 'b'])).toEqual(['a', 'b']);
  expect(settleLines(['a', 'b'], ['a'])).toEqual(['a']);
});

it('shows everybody wanted once and nobody else, and moves nobody who stays in order', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(fc.option(fc.constantFrom(...'abcdefgh'))), ids, (before, wanted) => {
      const lines = [...new Set(before.filter((id) => id !== null))];
      const after = settleLines(lines, wanted);
      expect([...after].filter((id) => id !== null).sort()).toEqual([...wanted].sort());
    }),
  );
});
