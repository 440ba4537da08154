import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyProject, right, type, villages } from './testing/pack.ts';
import type { Patch } from './types.ts';

const name = fc.constantFrom('张三', '李四', '王五', '张');
const phone = fc.constantFrom('', '13800000001', '13800000002', '12');

test('a rehearsal tells what would be, leaves everything as it was, and nobody hears of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, phone), { maxLength: 6 }),
      name,
      phone,
      fc.nat(5),
      (people, called, number, at) => {
        const store = emptyProject();
        for (const village of villages) type(store, village, 'village');
        const ids = people.map(([own, of]) => type(store, { ...right, name: own, phone: of }));
        const heard: unknown[] = [];
        store.subscribe((change) => heard.push(change));
        const facts = () => ({
          json: store.toJson(),
          totals: store.totals,
          issues: [...store.issues()].map(({ rule, record, field }) => `${rule} ${record} ${field}`),
        });
        const before = facts();
        const id = ids[at];
        const patch: Patch = [
          ...store.edit('person', null, { ...right, name: called, phone: number }),
          ...(id === undefined ? [] : store.edit('person', id, { phone: number, name: called })),
        ];
        const rehearsed = store.rehearse(patch, facts);
        expect(facts()).toEqual(before);
        expect(heard).toEqual([]);
        store.apply(patch, 'test');
        expect(facts()).toEqual(rehearsed);
      },
    ),
    { numRuns: 60 },
  );
});

test('it is taken back when the question fails', () => {
  const store = emptyProject();
  const before = JSON.stringify(store.toJson());
  const ask = () => {
    throw new Error('no answer');
  };
  expect(() => store.rehearse(store.edit('person', null, right), ask)).toThrow('no answer');
  expect(JSON.stringify(store.toJson())).toBe(before);
});
