import { expect, test } from 'vitest';
import { idsInForce, idsUnplaced, isInForce } from './in-force.ts';
import { newProject } from './store.ts';
import { pack, settings } from './testing/pack.ts';
import type { Json } from './types.ts';

function projectWith(...people: readonly Readonly<Record<string, Json>>[]) {
  const store = newProject(pack, settings, []);
  const records = people.map((person, at) => ({ ...person, id: `p${at}` }));
  store.apply(
    records.map((record) => ({ op: 'insert', entity: 'person', record })),
    'test',
  );
  return store;
}

test('no status and 在库 are in force; who left or lost their row is not', () => {
  const store = projectWith(
    {},
    { status: '' },
    { status: null },
    { status: '在库' },
    { status: '调出' },
    { unplaced: true },
    { status: '已移出', unplaced: true },
    { status: '在库', unplaced: true },
  );
  expect(idsInForce(store, 'person')).toEqual(['p0', 'p1', 'p2', 'p3']);
  expect(idsUnplaced(store, 'person')).toEqual(['p5', 'p7']);
  expect(store.totals.inForce.get('person')).toBe(4);
  expect(isInForce(store, 'person', 'nobody')).toBe(false);
});
