import { expect, test } from 'vitest';
import { packSchema } from '../sheets-templates/schema.ts';
import { newProject } from './store.ts';
import { broken, settings, type } from './testing/pack.ts';

/** A pack that the program has never seen: its rules count by a setting, look at another entity, and change severity. */
const horses = packSchema.parse({
  id: 'horses',
  version: '1',
  label: '马',
  entities: [
    {
      key: 'horse',
      label: '马',
      fields: [
        { key: 'name', label: '名', type: 'text' },
        { key: 'stable', label: '厩', type: 'text' },
        { key: 'colour', label: '色', type: 'text' },
      ],
    },
    { key: 'stable', label: '厩', fields: [{ key: 'name', label: '名', type: 'text' }] },
  ],
  parameters: [
    { key: 'main', label: '主厩', type: 'text', default: 'A' },
    { key: 'room', label: '容量', type: 'number', default: null },
  ],
  rules: [
    {
      id: 'main.full',
      entity: 'stable',
      field: 'name',
      severity: 'warning',
      message: '{main} 有 {n} 匹',
      severityWhen: [],
      check: '=COUNT.IN("horse", "stable", {main}) <= 1',
      values: { main: '={主厩}', n: '=COUNT.IN("马", "厩", {主厩})' },
    },
    {
      id: 'room',
      entity: 'horse',
      field: 'stable',
      severity: 'error',
      message: '满了',
      check: '=COUNT.IN("horse", [厩]) <= {容量}',
      severityWhen: [{ when: '=[色] = "white"', severity: 'info' }],
    },
    {
      id: 'colour.same',
      entity: 'horse',
      field: 'colour',
      severity: 'warning',
      message: '同色',
      unless: ['room'],
      check: '=相同人数([colour], [stable]) <= 1',
    },
  ],
  templates: [],
});

test('counts by a setting follow the setting and the records', () => {
  const store = newProject(horses, settings, []);
  const stable = type(store, { name: 'x' }, 'stable');
  type(store, { name: 'a', stable: 'A' }, 'horse');
  const second = type(store, { name: 'b', stable: 'A' }, 'horse');
  type(store, { name: 'c', stable: 'B' }, 'horse');
  expect(store.issuesOf('stable', stable)).toMatchObject([{ rule: 'main.full', message: 'A 有 2 匹' }]);
  store.apply(store.edit('horse', second, { stable: 'B' }), 'test');
  expect(broken(store, stable, 'stable')).toEqual([]);
  store.apply([{ op: 'settings', set: { main: 'B' } }], 'test');
  expect(store.issuesOf('stable', stable)).toMatchObject([{ rule: 'main.full', message: 'B 有 2 匹' }]);
  // Who is asked when a count changes is known by the new setting too.
  store.apply([{ op: 'remove', entity: 'horse', id: second }], 'test');
  expect(broken(store, stable, 'stable')).toEqual([]);
});

test('a rule that silences another is asked first, also when only a partner changed', () => {
  const store = newProject(horses, settings, []);
  const first = type(store, { name: 'a', stable: 'A', colour: 'brown' }, 'horse');
  const second = type(store, { name: 'b', stable: 'A', colour: 'brown' }, 'horse');
  expect(broken(store, first, 'horse')).toEqual(['colour.same colour']);
  store.apply([{ op: 'settings', set: { room: 1 } }], 'test');
  expect(broken(store, first, 'horse')).toEqual(['room stable']);
  store.apply(store.edit('horse', first, { colour: 'white' }), 'test');
  expect(store.issuesOf('horse', first)).toMatchObject([{ rule: 'room', severity: 'info' }]);
  expect(store.totals).toMatchObject({ errors: 1, warnings: 0, infos: 1 });
  store.apply([{ op: 'remove', entity: 'horse', id: first }], 'test');
  expect(broken(store, second, 'horse')).toEqual([]);
  expect(store.totals).toMatchObject({ errors: 0, warnings: 0, infos: 0 });
});
