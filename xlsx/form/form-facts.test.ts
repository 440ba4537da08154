import { expect, it } from 'vitest';
import { openProject } from '../../records/store.ts';
import { housePack, SETTINGS } from '../export/testing/project.node.ts';
import { formIssues, formYears } from './form-facts.ts';
import { recordForm } from './testing/forms.node.ts';

const loaded = await housePack();
const { binding } = recordForm();
const opened = openProject(loaded.pack, {
  pack: loaded.pack.id,
  settings: SETTINGS,
  records: {
    person: [
      { id: 'a', name: '张三', phone: '123' },
      { id: 'b', name: '李四', phone: '13800000001' },
    ],
    training: [
      { id: 't', person: 'a', time: '2016.03', days: '很多', content: '党建' },
      { id: 'u', person: 'b', time: '2015.03', content: '党建' },
    ],
    review: [{ id: 'r', person: 'a', year: '2014', quarter: '5', level: 'village', opinion: '好' }],
  },
});
if (!opened.ok) throw new Error('not opened');
const { store } = opened;

it('counts the mistakes of the people chosen and of what their forms show, nobody else’s', () => {
  const severity = (wanted: string, owner: string): number =>
    [...store.issues()].filter(
      ({ severity: s, entity, record }) =>
        s === wanted && (record === owner || store.get(entity, record)?.['person'] === owner),
    ).length;
  const of = (...ids: string[]) => formIssues(loaded, binding, store, ids);
  const a = { errors: severity('error', 'a'), warnings: severity('warning', 'a') };
  const b = { errors: severity('error', 'b'), warnings: severity('warning', 'b') };
  expect(store.issuesOf('review', 'r').length + store.issuesOf('training', 't').length).toBeGreaterThan(0);
  expect(a.errors).toBeGreaterThan(b.errors);
  expect([of('a'), of('b'), of()]).toEqual([a, b, { errors: 0, warnings: 0 }]);
  expect(of('a', 'b').errors).toBe(a.errors + b.errors);
});

it('offers the years that records say, and that of the reference date', () => {
  expect(formYears(binding, store)).toEqual([2017, 2016, 2015, 2014]);
});
