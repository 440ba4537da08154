import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyIndex } from './key-index.ts';

test('an index answers like a map of sets', () => {
  const step = fc.tuple(fc.boolean(), fc.constantFrom('a', 'b'), fc.constantFrom('1', '2', '3'));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const index = new KeyIndex();
      const model = new Map<string, Set<string>>([
        ['a', new Set()],
        ['b', new Set()],
      ]);
      for (const [add, key, id] of steps) {
        if (add) index.add(key, id);
        else index.delete(key, id);
        if (add) model.get(key)?.add(id);
        else model.get(key)?.delete(id);
        for (const [each, ids] of model) {
          expect(index.get(each)).toEqual(ids);
          expect(index.count(each)).toBe(ids.size);
          expect(index.other(each, id)).toBe([...ids].find((other) => other !== id));
        }
      }
    }),
  );
});

test('the count of a key that somebody is known to have is the same', () => {
  const index = new KeyIndex();
  for (const id of ['1', '2', '3']) index.add('张三', id);
  index.add('李四', '4');
  expect([index.countKnown('张三'), index.countKnown('李四')]).toEqual([3, 1]);
  for (const id of ['1', '2']) index.delete('张三', id);
  expect(index.countKnown('张三')).toBe(1);
  index.delete('张三', '3');
  index.add('张三', '5');
  expect(index.countKnown('张三')).toBe(1);
  index.clear();
  expect(index.countKnown('李四')).toBe(1);
});
