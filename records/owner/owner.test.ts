import { describe, expect, test } from 'vitest';
import type { RecordStore } from '../store.contract.ts';
import { broken, emptyProject, pack, right, type } from '../testing/pack.ts';

/** Two 张三 in two villages, 李四 in the second one, and 王五 who left. */
function people(): RecordStore {
  const store = emptyProject();
  const person = (id: string, name: string, village: string, idNumber: string, more = {}): void => {
    const record = { ...right, id, name, village, idNumber, ...more };
    store.apply([{ op: 'insert', entity: 'person', record }], 'test');
  };
  person('z1', '张三', '白虎村', '510104198606111483');
  person('z2', '张三', '金牛村', '511425199005014411');
  person('l', '李四', '金牛村', '511425199105012213');
  person('w', '王五', '金牛村', '511425199205010019', { status: '已移出', statusDate: '2017-06-01' });
  return store;
}

const train = (store: RecordStore, typed: Readonly<Record<string, string>>): string =>
  type(store, { mode: '以会代训', time: '2017.03', days: '1', content: '党课', ...typed }, 'training');
const edit = (store: RecordStore, id: string, typed: Readonly<Record<string, string>>): void =>
  void store.apply(store.edit('training', id, typed), 'test');
const row = (store: RecordStore, id: string): string[] =>
  ['personVillage', 'personName', 'personIdNumber'].map((field) => store.text('training', id, field));
const issues = (store: RecordStore, id: string): readonly string[] => broken(store, id, 'training');

describe('whose a typed row is', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['a name that one person has', { personName: '李四' }, 'l'],
    ['padding in the name', { personName: '李　四' }, 'l'],
    ['the village settles', { personName: '张三', personVillage: '金牛村' }, 'z2'],
    ['the ID number settles', { personName: '张三', personIdNumber: '51142519900501441１' }, 'z2'],
    ['so do its last digits', { personName: '张三', personIdNumber: '1483' }, 'z1'],
    ['a whole ID number is enough', { personIdNumber: '511425199105012213' }, 'l'],
    ['somebody who left', { personName: '王五' }, 'w'],
  ])('%s', (_, typed, owner) => {
    const store = people();
    const id = train(store, typed);
    // The person is referred to; nothing of it is stored twice.
    expect(store.get('training', id)).toEqual({
      id,
      person: owner,
      mode: '以会代训',
      time: '2017.03',
      days: '1',
      content: '党课',
    });
    expect(row(store, id)).toEqual(['village', 'name', 'idNumber'].map((field) => store.text('person', owner, field)));
    expect(issues(store, id)).toEqual(owner === 'w' ? ['owner.removed personName'] : []);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['nobody of this name', { personName: '赵六', personVillage: '白虎村' }, 'owner.unknown personName'],
    ['two of this name', { personName: '张三' }, 'owner.ambiguous personName'],
    ['the village is another', { personName: '李四', personVillage: '白虎村' }, 'owner.mismatch personName'],
    ['the ID number is another', { personName: '李四', personIdNumber: '1483' }, 'owner.mismatch personName'],
    ['no name', { personVillage: '白虎村' }, 'owner.missing personName'],
    ['too few digits', { personName: '张三', personIdNumber: '483' }, 'owner.ambiguous personName'],
  ])('%s: everything typed is kept, and marked', (_, typed, issue) => {
    const store = people();
    const id = train(store, typed);
    expect(store.get('training', id)).toMatchObject({ content: '党课', ...typed });
    expect(store.get('training', id)).not.toHaveProperty('person');
    expect(issues(store, id)).toEqual([issue]);
  });
});

describe('a row in a ledger', () => {
  test('goes to another person when its name is edited, and renames nobody; the step can be taken back', () => {
    const store = people();
    const id = train(store, { personName: '张三', personVillage: '白虎村' });
    const { inverse } = store.apply(store.edit('training', id, { personName: '李四' }), 'test');
    expect(store.get('training', id)).toMatchObject({ person: 'l' });
    expect(row(store, id)).toEqual(['金牛村', '李四', '511425199105012213']);
    expect(store.text('person', 'z1', 'name')).toBe('张三');
    store.apply(inverse, 'undo');
    expect(store.get('training', id)).toMatchObject({ person: 'z1' });
  });

  test('what the row still shows settles who of two is meant', () => {
    const store = people();
    const id = train(store, { personName: '李四' });
    edit(store, id, { personName: '张三' });
    expect(store.get('training', id)).toMatchObject({ person: 'z2' });
    // The number was the other person's, not typed.
    edit(store, id, { personName: '赵六' });
    expect(row(store, id)).toEqual(['金牛村', '赵六', '']);
    edit(store, id, { personName: '李四' });
    expect(store.get('training', id)).toMatchObject({ person: 'l' });
  });

  test('what was cleared together with a new name is blank, and settles nothing', () => {
    const store = people();
    const id = train(store, { personName: '李四' });
    edit(store, id, { personName: '赵六', personTownship: '', personVillage: '', personIdNumber: '' });
    expect(row(store, id)).toEqual(['', '赵六', '']);
    expect(store.text('training', id, 'personTownship')).toBe('');
    edit(store, id, { personName: '李四' });
    edit(store, id, { personName: '张三', personVillage: '' });
    expect(store.get('training', id)).not.toHaveProperty('person');
    expect(issues(store, id)).toEqual(['owner.ambiguous personName']);
  });

  test('keeps its texts when another village fits nobody, and finds the person again', () => {
    const store = people();
    const id = train(store, { personName: '李四' });
    edit(store, id, { personVillage: '兰沟社区' });
    expect(row(store, id)).toEqual(['兰沟社区', '李四', '511425199105012213']);
    expect(issues(store, id)).toEqual(['owner.mismatch personName']);
    edit(store, id, { personVillage: '金牛村' });
    expect(store.get('training', id)).toMatchObject({ person: 'l' });
    expect(store.get('training', id)).not.toHaveProperty('personVillage');
  });

  test('shows what belongs to the person again when only that was cleared; without a name it is nobody’s', () => {
    const store = people();
    const id = train(store, { personName: '李四' });
    expect(store.edit('training', id, { personVillage: '', personIdNumber: '' })).toEqual([]);
    edit(store, id, { personName: '' });
    expect(row(store, id)).toEqual(['金牛村', '', '']);
    expect(issues(store, id)).toEqual(['owner.missing personName']);
  });

  test('offers the candidates of one name, one click each', () => {
    const store = people();
    const id = train(store, { personName: '张 三' });
    const [issue] = store.issuesOf('training', id);
    expect(issue?.choices?.map(({ label }) => label)).toEqual([
      '是白虎村的张三（1986.06）',
      '是金牛村的张三（1986.06）',
    ]);
    store.apply(issue?.choices?.[1]?.patch ?? [], 'panel');
    const record = store.get('training', id);
    expect([record?.person, record?.personName, record?.original]).toEqual(['z2', undefined, undefined]);
    expect(issues(store, id)).toEqual([]);
  });

  test('is asked again when somebody of the name comes, moves or leaves', () => {
    const store = people();
    const id = train(store, { personName: '赵六' });
    const [insert] = store.edit('person', null, { ...right, name: '赵六' });
    if (insert?.op !== 'insert') throw new Error('no person');
    store.apply([insert], 'test');
    const [issue] = store.issuesOf('training', id);
    expect(issue?.rule).toBe('owner.mismatch');
    store.apply(issue?.fix?.patch ?? [], 'panel');
    expect(issues(store, id)).toEqual([]);
    const set = { status: '已移出', village: '兰沟社区' };
    const change = store.apply([{ op: 'update', entity: 'person', id: insert.record.id, set }], 'test');
    expect(row(store, id)[0]).toBe('兰沟社区');
    expect(issues(store, id)).toEqual(['owner.removed personName']);
    expect(change.judged.get('training')).toEqual(new Set([id]));
    store.apply(change.inverse, 'undo');
    expect(issues(store, id)).toEqual([]);
  });
});

test('every entity that shows its person does so alike', () => {
  const showing = pack.entities.filter(({ fields }) => fields.some(({ owner }) => owner !== undefined));
  expect(showing.map(({ key }) => key)).toEqual(['training', 'mentoring', 'practice']);
  for (const { key } of showing) {
    const store = people();
    expect(broken(store, type(store, { personName: '赵六', quarter: '1' }, key), key)).toEqual([
      'owner.unknown personName',
    ]);
    expect(store.get(key, type(store, { personName: '李四', quarter: '1' }, key))).toMatchObject({ person: 'l' });
  }
});
