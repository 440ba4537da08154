import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planMerge } from '../../records/merge/plan.ts';
import { resolveMerge } from '../../records/merge/resolve.ts';
import { type Decisions, fieldKey, type SourceRow } from '../../records/merge/types.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import { newProject } from '../../records/store.ts';
import { type Change, settingsSchema } from '../../records/types.ts';
import { housePack, SETTINGS as LOOSE } from '../export/testing/project.node.ts';
import { checkWorkbook } from '../recognise/check-workbook.ts';
import { sourceRows } from '../recognise/source-rows.ts';
import { byteSink, writeFormBook } from './export-forms.ts';
import { ownerKeys } from './form-facts.ts';
import { projectForms } from './project-forms.ts';
import { plainPhoto, recordForm } from './testing/forms.node.ts';

const loaded = await housePack();
const { pack } = loaded;
const SETTINGS = settingsSchema.parse(LOOSE);
const template = recordForm();
const owners = ownerKeys(loaded);
type Typed = Readonly<Record<string, string>>;

/** A project with these people and what is theirs, typed in. */
function project(
  people: readonly { readonly person: Typed; readonly children?: Readonly<Record<string, readonly Typed[]>> }[],
): RecordStore {
  const store = newProject(pack, SETTINGS, []);
  const add = (entity: string, typed: Typed): string => {
    const [insert] = store.edit(entity, null, typed);
    if (insert?.op !== 'insert') return '';
    store.apply([insert], 'test');
    return insert.record.id;
  };
  for (const { person, children = {} } of people) {
    const id = add('person', person);
    for (const [entity, list] of Object.entries(children)) for (const one of list) add(entity, { ...one, person: id });
  }
  return store;
}

async function exported(store: RecordStore): Promise<Uint8Array> {
  const { sink, bytes } = byteSink();
  const { forms } = projectForms(template.binding, store, owners);
  const written = await writeFormBook(template, { forms }, sink);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return bytes();
}

function sourcesOf(bytes: Uint8Array, file = '纪实表.xlsx'): SourceRow[] {
  const result = checkWorkbook(bytes, [pack], SETTINGS);
  if (!result.ok) throw new Error(result.error.code);
  return sourceRows({ file }, result.checked);
}

function merge(store: RecordStore, sources: readonly SourceRow[], decisions: Decisions = {}): readonly Change[] {
  const { patch } = resolveMerge(store, planMerge(store, pack, 'person', sources), decisions);
  store.apply(patch, 'test');
  return patch;
}

const counts = (store: RecordStore) =>
  ['person', 'training', 'mentoring', 'practice', 'review', 'yearResult'].map((entity) => store.ids(entity).length);

const ZHANG = {
  person: {
    name: '张三',
    gender: '男',
    idNumber: '511425199005161438',
    education: '大专',
    phone: '13800000001',
    village: '白虎村',
  },
  children: {
    training: [
      { mode: '集中培训', time: '2017.03', days: '3', content: '党的十九大精神' },
      { mode: '集中培训', time: '2017.03', days: '1', content: '电商' },
    ],
    mentoring: [
      { quarter: '1', mentor: '李四', content: '走访' },
      { quarter: '1', mentor: '王五', content: '慰问\n谈心' },
      { quarter: '2', mentor: '李四', content: '谈心' },
    ],
    review: [
      { level: 'village', quarter: '1', opinion: '好' },
      { level: 'village', quarter: '1', opinion: '很好' },
      { level: 'township', quarter: '1', opinion: '好' },
    ],
    yearResult: [{ result: '优秀' }],
  },
};

describe('forms that come back to the project they were made from', () => {
  const text = fc
    .string({ unit: fc.constantFrom(...'甲乙丙丁 019<&㛃'), minLength: 1, maxLength: 8 })
    .map((s) => s.trim())
    .filter((s) => s !== '');
  const long = fc.array(text, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
  const some = (keys: readonly string[], value: fc.Arbitrary<string>) =>
    fc.record(Object.fromEntries(keys.map((key) => [key, fc.option(value, { nil: '' })])));
  const quarter = fc.constantFrom('1', '2', '3', '4');
  const many = (fixed: Record<string, fc.Arbitrary<string>>, keys: readonly string[]) =>
    fc.array(
      fc.tuple(fc.record(fixed), some(keys, long)).map(([a, b]) => ({ ...a, ...b })),
      { maxLength: 4 },
    );
  const person = fc.record({
    person: some(['name', 'school', 'occupation', 'nativePlace', 'phone'], text).map((p) => ({
      ...p,
      name: `张${p.name}`,
    })),
    children: fc.record({
      training: many({ time: fc.constantFrom('2017.03', '2017.4', '') }, ['mode', 'days', 'content']),
      mentoring: many({ quarter }, ['mentor', 'content', 'opinion']),
      practice: many({}, ['content', 'performance', 'opinion']),
      review: many({ quarter, level: fc.constantFrom('village', 'township') }, ['opinion']),
      yearResult: fc.array(fc.record({ result: fc.constantFrom('优秀', '称职') }), { maxLength: 2 }),
    }),
  });

  test('change nothing, whatever the records say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 2 }), async (people) => {
        const store = project(people);
        const before = store.toJson();
        expect(merge(store, sourcesOf(await exported(store)))).toEqual([]);
        expect(store.toJson()).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });

  test('into an empty project bring everybody with everything, and twice the same once', async () => {
    const source = project([ZHANG]);
    const bytes = await exported(source);
    const store = newProject(pack, SETTINGS, []);
    merge(store, [...sourcesOf(bytes, 'a.xlsx'), ...sourcesOf(bytes, 'b.xlsx')]);
    // What shares a cell and cannot be told apart (two opinions, or unequal lines of two mentors) comes back as one.
    expect(counts(store)).toEqual([1, 2, 2, 0, 2, 1]);
    expect(merge(store, sourcesOf(bytes, 'c.xlsx'))).toEqual([]);
  });

  test('a line that was changed finds its record, a new one is added, a photo comes along', async () => {
    const store = project([ZHANG]);
    const id = store.ids('person')[0] ?? '';
    const sources = sourcesOf(await exported(store));
    const photo = plainPhoto(1, 2, 3);
    const url = `data:image/png;base64,${Buffer.from(photo.bytes).toString('base64')}`;
    const changed = sources.map((row) => ({
      ...row,
      record: { ...row.record, photo: url },
      children: [
        ...(row.children ?? []).map((child) =>
          child.record.content === '电商' ? { ...child, record: { ...child.record, content: '电子商务' } } : child,
        ),
        { entity: 'training', row: 40, cells: {}, record: { id: 'neu', time: '2017.09', content: '安全' } },
      ],
    }));
    const plan = planMerge(store, pack, 'person', changed);
    const [electronic] = plan.children.filter(({ variants }) => variants[0]?.facts.get('content') === '电子商务');
    const refused = resolveMerge(store, plan, { refuseFields: new Set([fieldKey(electronic?.key ?? '', 'content')]) });
    expect(refused.patch).toHaveLength(2);
    const patch = merge(store, changed);
    expect(patch.map(({ op }) => op)).toEqual(['update', 'update', 'insert']);
    expect(store.get('person', id)?.photo).toBe(url);
    expect(store.ids('training').map((t) => store.text('training', t, 'content'))).toEqual([
      '党的十九大精神',
      '电子商务',
      '安全',
    ]);
    // And the form of the new state says the same again, with its photo.
    const again = sourcesOf(await exported(store));
    expect(again[0]?.record.photo).toBe(url);
    expect(merge(store, again)).toEqual([]);
  });
});

test('two forms that differ: both sides stand until one is chosen', () => {
  const row = (file: string, opinion: string): SourceRow => ({
    file,
    sheet: '张三',
    row: 3,
    record: { id: file, name: '张三', idNumber: '511425199005161438' },
    stated: new Set(['name', 'idNumber']),
    children: [
      {
        entity: 'review',
        row: 25,
        cells: { opinion: 'B25' },
        record: { id: `${file}r`, level: 'village', quarter: '1', opinion },
      },
    ],
  });
  const sources = [row('a', '好'), row('b', '一般')];
  const store = newProject(pack, SETTINGS, []);
  const plan = planMerge(store, pack, 'person', sources);
  expect(plan.groups).toHaveLength(1);
  const [child] = plan.children;
  expect(child?.conflicts).toEqual([
    {
      field: 'opinion',
      sides: [
        { value: '好', rows: [0] },
        { value: '一般', rows: [1] },
      ],
    },
  ]);
  const opinions = (decisions: Decisions) => {
    const into = newProject(pack, SETTINGS, []);
    merge(into, sources, decisions);
    const before = into.toJson();
    if (decisions.settle === undefined) merge(into, sources);
    expect(into.toJson()).toEqual(before);
    return into.ids('review').map((id) => into.text('review', id, 'opinion'));
  };
  expect(opinions({})).toEqual(['好', '一般']);
  const choose = (choice: { side: number } | { text: string }) =>
    opinions({ settle: new Map([[child?.key ?? '', new Map([['opinion', choice]])]]) });
  expect(choose({ side: 1 })).toEqual(['一般']);
  expect(choose({ text: '较好' })).toEqual(['较好']);
  expect(resolveMerge(store, plan).open).toEqual([child?.key]);
});

test('somebody who was removed gets no trainings, and it is said', async () => {
  const store = project([ZHANG]);
  const sources = sourcesOf(await exported(store));
  const id = store.ids('person')[0] ?? '';
  store.apply([{ op: 'update', entity: 'person', id, set: { status: '已移出' } }], 'test');
  const more = sources.map((row) => ({
    ...row,
    children: [{ entity: 'training', row: 9, cells: {}, record: { id: 'neu', time: '2017.10', content: '新' } }],
  }));
  const result = resolveMerge(store, planMerge(store, pack, 'person', more));
  expect(result.patch).toEqual([]);
  expect(result.outcomes[0]?.kind).toBe('not-in-force');
  expect([...result.children.values()]).toEqual(['refused']);
});
