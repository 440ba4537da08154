import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordStore, StoreChange } from './store.contract.ts';
import { openProject } from './store.ts';
import { emptyProject, pack, right, type, villages } from './testing/pack.ts';
import type { Patch } from './types.ts';

const NAMES = ['张三', '李四', '张'];
const PHONES = ['', '13800000001', '13800000002', '12'];
const person = fc.record({ name: fc.constantFrom(...NAMES), phone: fc.constantFrom(...PHONES) });
const step = fc.record({
  op: fc.constantFrom('edit', 'remove', 'leave', 'new', 'check', 'ask', 'asOf'),
  at: fc.nat(),
  typed: person,
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The same people in two stores: one that judged them at opening, and one that left it for later. */
function twoStores(people: readonly Readonly<Record<string, string>>[]): readonly [RecordStore, RecordStore] {
  const made = emptyProject();
  for (const village of villages) type(made, village, 'village');
  for (const typed of people) type(made, { ...right, ...typed });
  const open = (later: boolean): RecordStore => {
    const opened = openProject(pack, JSON.parse(JSON.stringify(made.toJson())), { later });
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.store;
  };
  return [open(false), open(true)];
}

function patchOf(store: RecordStore, { op, at, typed }: Step): Patch {
  const ids = store.ids('person');
  const id = ids[at % Math.max(1, ids.length)];
  if (op === 'asOf') return [{ op: 'settings', set: { asOf: `20${10 + (at % 20)}-11-30` } }];
  if (op === 'new') return store.edit('person', null, { ...right, ...typed });
  if (id === undefined) return [];
  if (op === 'remove') return [{ op: 'remove', entity: 'person', id }];
  return store.edit('person', id, op === 'leave' ? { status: '已移出' } : typed);
}

test('what is judged later, in slices, while people are edited, is what is judged at once', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 9 }), fc.array(step, { maxLength: 12 }), (people, steps) => {
      const [atOnce, later] = twoStores(people);
      expect(later.totals.unjudged).toBe(people.length + villages.length);
      for (const done of steps) {
        if (done.op === 'check') {
          let left = done.at % 4;
          later.check(() => left-- > 0);
        } else if (done.op === 'ask') {
          const id = atOnce.ids('person')[done.at % 9];
          if (id !== undefined) expect(later.issuesOf('person', id)).toEqual(atOnce.issuesOf('person', id));
        } else {
          const patch = patchOf(atOnce, done);
          atOnce.apply(patch, 'test');
          later.apply(patch, 'test');
        }
      }
      later.check(() => true);
      expect(later.totals).toEqual(atOnce.totals);
      expect(later.totals.unjudged).toBe(0);
      expect([...later.issues()]).toEqual([...atOnce.issues()]);
    }),
    { numRuns: 150 },
  );
});

test('listeners hear of every slice, and once more when questions have judged the rest', () => {
  const [, store] = twoStores([{ phone: '12' }, { name: '张' }, {}]);
  const heard: StoreChange[] = [];
  store.subscribe((change) => heard.push(change));
  let left = 2;
  store.check(() => left-- > 0);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({ patch: [], origin: 'check' });
  expect(heard[0]?.judged.get('person')?.size).toBeGreaterThan(0);
  expect(store.totals.unjudged).toBe(4);
  expect([...store.issues()].length).toBeGreaterThan(0);
  expect(store.totals.unjudged).toBe(0);
  store.check(() => true);
  store.check(() => true);
  expect(heard).toHaveLength(2);
});
