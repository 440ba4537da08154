import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dealLines } from './stacked-texts.ts';

it('gives an edited line to the record whose line it was', () => {
  expect(dealLines(['甲', '乙', '丙'], '甲\n丁\n丙').texts).toEqual(['甲', '丁', '丙']);
  expect(dealLines(['甲', '乙'], '甲\n乙\n丙')).toEqual({ texts: ['甲', '乙'], rest: ['丙'] });
  expect(dealLines(['甲', '乙'], '').texts).toEqual(['', '']);
  expect(dealLines(['甲', '乙'], '乙').texts).toEqual(['', '乙']);
  expect(dealLines(['一\n二', '三'], '一\n二\n四').texts).toEqual(['一\n二', '四']);
});

it('changes nothing when nothing was changed, and loses no line', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 3 });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 2, maxLength: 4 }),
      fc.array(line, { minLength: 1, maxLength: 6 }),
      (before, typed) => {
        const shown = before.join('\n');
        if (shown !== '') expect(dealLines(before, shown)).toEqual({ texts: before, rest: [] });
        const text = typed.join('\n');
        const { texts, rest } = dealLines(before, text);
        expect(texts).toHaveLength(before.length);
        const letters = (all: readonly string[]): string => all.join('').replaceAll('\n', '');
        expect([...letters([...texts, ...rest])].sort().join('')).toBe([...letters(typed)].sort().join(''));
      },
    ),
  );
});
