import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assemblePack } from './assemble.ts';

const pack: Record<string, unknown> = Object(
  JSON.parse(readFileSync(new URL('./village-reserve-cadres/pack.json', import.meta.url), 'utf8')),
);
const wizard = (more: object) => ({
  id: 'w',
  label: '向导',
  summary: '',
  help: '',
  entity: 'person',
  people: 'new',
  steps: [{ label: '一', ask: 'each', fields: [{ field: 'name' }] }],
  ...more,
});
const problems = (...wizards: readonly object[]): readonly string[] => {
  const result = assemblePack({ ...pack, wizards }, [], new Map());
  return result.ok ? [] : result.error.problems.map(({ code, path, detail }) => `${code} ${path} ${detail}`);
};
const step = (more: object) => wizard({ steps: [{ label: '一', ask: 'each', fields: [], ...more }] });
const field = (more: object) => step({ fields: [{ field: 'name', ...more }] });
const notice = (column: string) =>
  wizard({
    entity: 'posting',
    people: 'many',
    steps: [{ label: '人', ask: 'people' }],
    notice: {
      title: '',
      paragraphs: [],
      columns: [{ label: '列', field: column }],
      signature: [],
      fileName: 'a.xlsx',
      people: 'people',
    },
  });

test('a right wizard is no problem', () => {
  expect(problems(wizard({}), { ...notice('name'), id: 'n' })).toEqual([]);
});

test.each([
  ['unknown-entity wizards.0 nobody', wizard({ entity: 'nobody', steps: [{ label: '一', ask: 'each' }] })],
  ['unknown-field wizards.0.steps.0.fields.0 nope', field({ field: 'nope' })],
  ['unknown-field wizards.0.steps.0.fields.0.when 没有的 @1', field({ when: '=[没有的]="1"' })],
  ['unknown-function wizards.0.steps.0.fields.0.initial NOPE @1', field({ initial: '=NOPE()' })],
  ['unknown-field wizards.0.steps.0.fields.0.list nope', field({ list: { entity: 'village', field: 'nope' } })],
  ['unknown-field wizards.0.keep.0 nope', wizard({ keep: ['nope'] })],
  ['unknown-field wizards.0.match.0 nope', wizard({ match: [{ field: 'nope' }] })],
  ['unknown-field wizards.0.steps.0.where.0 nope', step({ where: [{ field: 'nope', value: '="1"' }] })],
  [
    'unknown-field wizards.0.steps.0.beside nope',
    step({ beside: { label: '', before: [], same: ['nope'], fields: [] } }),
  ],
  ['step-order wizards.0.people one', wizard({ people: 'one' })],
  [
    'step-order wizards.0.steps.1 once',
    wizard({
      steps: [
        { label: '一', ask: 'each' },
        { label: '二', ask: 'once' },
      ],
    }),
  ],
  // By construction no notice has a column of ID numbers or phones.
  ['sensitive-field wizards.0.notice.columns.0 idNumber', notice('idNumber')],
  ['sensitive-field wizards.0.notice.columns.0 phone', notice('phone')],
])('%s', (problem, wrong) => {
  expect(problems(wrong)).toContain(problem);
});

test('two wizards of one name are one too many', () => {
  expect(problems(wizard({}), wizard({}))).toEqual(['duplicate wizards w']);
});
