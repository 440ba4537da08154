import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlankRecords } from './blank-records.ts';

test('a copy has exactly these keys, all blank, in their order, and is nobody else’s', () => {
  const blanks = new BlankRecords(() => undefined);
  const keys = fc.uniqueArray(fc.oneof(fc.constantFrom('name', 'phone', '__proto__', 'toString'), fc.string()), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(keys, (list) => {
      const wanted = list.filter((key) => key !== 'id' && !/^\d+$/.test(key));
      const copy = blanks.copy(wanted);
      expect(Object.keys(copy)).toEqual(['id', ...wanted]);
      expect(Object.values(copy).every((value) => value === '')).toBe(true);
      copy.id = 'changed';
      for (const key of wanted) copy[key] = 'changed';
      expect(Object.values(blanks.copy(wanted)).every((value) => value === '')).toBe(true);
    }),
  );
});
