import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import type { Value } from './types.ts';

const anyValue: fc.Arbitrary<Value> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.constantFrom('511425199005162017', '1990.1', '无', '1990年5月', '2017-11-30', '男'),
);

describe.each([...catalogue.values()])('$name', (spec) => {
  test.each(spec.examples.map(({ args, result }) => ({ args, result })))('$args → $result', ({ args, result }) => {
    expect(spec.run(...args)).toEqual(result);
  });

  test('has examples that fit its parameters', () => {
    const least = spec.parameters.filter(({ optional }) => optional !== true).length;
    expect(spec.examples.length).toBeGreaterThan(0);
    for (const { args } of spec.examples) {
      expect(args.length).toBeGreaterThanOrEqual(least);
      if (spec.parameters.at(-1)?.rest !== true) expect(args.length).toBeLessThanOrEqual(spec.parameters.length);
    }
  });

  test('is total and always answers the same', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 5 }), (args) => {
        expect(spec.run(...args)).toEqual(spec.run(...args));
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  'TEXT.CLEAN',
  'TEXT.ORBLANK',
  'NAME.CLEAN',
  'PHONE.CLEAN',
  'ID.CLEAN',
  'EDU.CLEAN',
  'AGE.CLEAN',
  'YEARMONTH',
  'CHOICE.CLEAN',
])('%s changes nothing the second time', (name) => {
  const spec = catalogue.get(name);
  const second = name === 'CHOICE.CLEAN' ? ['社工', '网格员'] : '2017-11-30';
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...' 　1905年.月-/X、无男’()（') }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const once = spec?.run(text, second);
      expect(spec?.run(once ?? '', second)).toEqual(once);
    }),
    { numRuns: 2000 },
  );
});
