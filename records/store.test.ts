import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordStore, StoreChange } from './store.contract.ts';
import { newProject, openProject } from './store.ts';
import { emptyProject, pack, right, settings, type, villages } from './testing/pack.ts';
import { type DataRecord, type Patch, STATUS } from './types.ts';

const reopened = (store: RecordStore): RecordStore => {
  const opened = openProject(pack, JSON.parse(JSON.stringify(store.toJson())));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.store;
};

const texts: Readonly<Record<string, readonly string[]>> = {
  idNumber: ['', '510104198606111483', '513826199310122435', '511130199010078430', '5101041986061114'],
  phone: ['', '13800000001', '13800000002', '138-0000-0001', '1'],
  village: ['', '白虎村', '金牛村', '黑虎村'],
  name: ['', '张　三', '李四'],
  gender: ['', '男', '女性'],
  birthMonth: ['', '1986.06', '1993.1', '九零年'],
  age: ['', '31', '24', '99'],
  education: ['', '大学', '初中'],
  status: ['', ...STATUS],
};
const typed = fc
  .dictionary(fc.constantFrom(...Object.keys(texts)), fc.nat(), { maxKeys: 4, noNullPrototype: true })
  .map((picks) =>
    Object.fromEntries(
      Object.entries(picks).map(([key, at]) => [key, texts[key]?.[at % (texts[key]?.length ?? 1)] ?? '']),
    ),
  );
const step = fc.record({
  op: fc.constantFrom('new', 'new', 'edit', 'edit', 'edit', 'remove', 'order', 'settings', 'village', 'unplace'),
  at: fc.nat(),
  typed,
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function patchOf(store: RecordStore, { op, at, typed: words }: Step): Patch {
  const ids = store.ids('person');
  const id = ids[at % Math.max(1, ids.length)];
  if (op === 'new') return store.edit('person', null, { township: '南城镇', ...words }, at % 2 === 0 ? id : undefined);
  if (op === 'settings')
    return [
      {
        op: 'settings',
        set: at % 3 === 0 ? { asOf: '2022-10-20' } : { ageLimit: at % 3 === 1 ? null : 20, minimumPerVillage: at % 4 },
      },
    ];
  if (op === 'village') return store.edit('village', null, { township: '南城镇', name: words.village ?? '黑虎村' });
  if (id === undefined) return [];
  if (op === 'edit') return store.edit('person', id, words);
  if (op === 'remove') return [{ op: 'remove', entity: 'person', id }];
  if (op === 'unplace') return [{ op: 'update', entity: 'person', id, set: { unplaced: at % 2 === 0 ? true : null } }];
  return [{ op: 'order', entity: 'person', ids: [...ids].reverse() }];
}

const view = (store: RecordStore): unknown => ({
  totals: store.totals,
  issues: [...store.issues()].map(({ fix, message, ...issue }) => ({
    ...issue,
    message: message.replace(/与.*相同/, ''),
    fix: fix?.label,
  })),
});

describe('laws', () => {
  test('whatever happens, the verdicts are those of a store opened afresh, and the inverse brings everything back', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const store = newProject(pack, settings, villages);
        for (const next of steps) {
          const patch = patchOf(store, next);
          const before = JSON.stringify(store.toJson());
          const seen = view(store);
          const { inverse } = store.apply(patch, 'test');
          expect(view(store)).toEqual(view(reopened(store)));
          const after = store.toJson();
          const back = store.apply(inverse, 'undo');
          expect(store.toJson()).toEqual(JSON.parse(before));
          expect(view(store)).toEqual(seen);
          store.apply(back.inverse, 'redo');
          expect(store.toJson()).toEqual(after);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('filled anew, a store says what one opened with these records says, whatever was in it before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.array(step, { maxLength: 12 }), (old, next) => {
        const made = (steps: readonly Step[]): RecordStore => {
          const store = newProject(pack, settings, villages);
          for (const one of steps) if (one.op !== 'settings') store.apply(patchOf(store, one), 'test');
          return store;
        };
        const [used, wanted] = [made(old), made(next)];
        const records = ['person', 'village'].map((entity): [string, DataRecord[]] => [
          entity,
          wanted.ids(entity).flatMap((id) => wanted.get(entity, id) ?? []),
        ]);
        used.sharing('person', 'mentor', '无');
        used.reload(new Map(records));
        expect(used.toJson()).toEqual(wanted.toJson());
        expect(view(used)).toEqual(view(wanted));
        const patch = used.edit('person', null, right);
        used.apply(patch, 'test');
        wanted.apply(patch, 'test');
        expect(view(used)).toEqual(view(wanted));
        const { mentor = '' } = right;
        expect(used.sharing('person', 'mentor', mentor)).toEqual(wanted.sharing('person', 'mentor', mentor));
      }),
      { numRuns: 40 },
    );
  });

  test('a month typed along with another ID number stays, though it was what the former number says', () => {
    const store = emptyProject();
    const [insert] = store.edit('person', null, { name: '张三', idNumber: '510104198606111483' });
    if (insert?.op !== 'insert') throw new Error('nobody came');
    store.apply([insert], 'test');
    const { id } = insert.record;
    expect(store.text('person', id, 'birthMonth')).toBe('1986.06');
    const typed = { idNumber: '513826199310122435', birthMonth: '1986.06' };
    store.apply(store.edit('person', id, typed), 'test');
    expect(store.text('person', id, 'birthMonth')).toBe('1986.06');
    expect(store.edit('person', id, typed)).toEqual([]);
  });

  test('typing the same again changes nothing', () => {
    fc.assert(
      fc.property(typed, typed, (first, second) => {
        const store = emptyProject();
        const [insert] = store.edit('person', null, { name: '张三', ...first });
        if (insert?.op !== 'insert') return;
        store.apply([insert], 'test');
        store.apply(store.edit('person', insert.record.id, second), 'test');
        expect(store.edit('person', insert.record.id, second)).toEqual([]);
      }),
    );
  });
});

describe('a patch that cannot be applied', () => {
  const store = emptyProject();
  const id = type(store, right);
  const before = JSON.stringify(store.toJson());
  const fine = { op: 'update', entity: 'person', id, set: { name: '李四' } } as const;
  test.each<[string, Patch]>([
    ['unknown-entity', [fine, { op: 'remove', entity: 'horse', id }]],
    ['unknown-record', [fine, { op: 'update', entity: 'person', id: 'nobody', set: {} }]],
    ['unknown-record', [fine, { op: 'remove', entity: 'person', id }, { op: 'remove', entity: 'person', id }]],
    ['unknown-record', [fine, { op: 'insert', entity: 'person', record: { id: 'new' }, before: 'nobody' }]],
    ['duplicate-record', [fine, { op: 'insert', entity: 'person', record: { id } }]],
    ['bad-order', [fine, { op: 'order', entity: 'person', ids: [id, id] }]],
    ['bad-order', [fine, { op: 'order', entity: 'person', ids: ['nobody'] }]],
    ['bad-change', [fine, { op: 'update', entity: 'person', id, set: { id: 'other' } }]],
    ['bad-change', [fine, { op: 'settings', set: { asOf: '30 November' } }]],
  ])('%s changes nothing', (code, patch) => {
    expect(() => store.apply(patch, 'test')).toThrow(expect.objectContaining({ code }));
    expect(JSON.stringify(store.toJson())).toBe(before);
  });
});

test('listeners hear what was touched, until they leave', () => {
  const store = emptyProject();
  const heard: StoreChange[] = [];
  const leave = store.subscribe((change) => heard.push(change));
  const id = type(store, right);
  store.apply(store.edit('person', id, { phone: '1' }), 'sheet');
  leave();
  store.apply(store.edit('person', id, { phone: '2' }), 'sheet');
  expect(heard.map(({ origin }) => origin)).toEqual(['test', 'sheet']);
  expect(heard[0]?.touched.get('person')?.get(id)).toEqual(new Set());
  expect(heard[0]?.reordered).toEqual(new Set(['person']));
  expect(heard[1]?.touched.get('person')?.get(id)).toEqual(new Set(['phone']));
  expect(heard[1]?.reordered).toEqual(new Set());
  expect(heard[1]?.judged.get('person')).toEqual(new Set([id]));
});

test('records stand where they were put', () => {
  const store = emptyProject();
  const ids = ['a', 'b', 'c', 'd'];
  store.apply(
    ids.map((id) => ({ op: 'insert', entity: 'person', record: { id, name: id } })),
    'test',
  );
  store.apply(
    ['x', 'y'].map((id) => ({ op: 'insert', entity: 'person', record: { id }, before: 'b' })),
    'test',
  );
  expect(store.ids('person')).toEqual(['a', 'x', 'y', 'b', 'c', 'd']);
  const { inverse } = store.apply(
    ['x', 'b', 'd'].map((id) => ({ op: 'remove', entity: 'person', id })),
    'test',
  );
  expect(store.ids('person')).toEqual(['a', 'y', 'c']);
  store.apply(inverse, 'undo');
  expect(store.ids('person')).toEqual(['a', 'x', 'y', 'b', 'c', 'd']);
});

test('one edit in a crowd of equal values judges nobody else', () => {
  const store = emptyProject();
  const inserts = Array.from({ length: 5000 }, (_, at) =>
    store.edit('person', null, { ...right, name: `张三${at}`, idNumber: '' }),
  ).flat();
  store.apply(inserts, 'load');
  const [first = ''] = store.ids('person');
  const change = store.apply(store.edit('person', first, { phone: '13900000000' }), 'sheet');
  expect(change.judged.get('person')).toEqual(new Set([first]));
  expect(store.sharing('person', 'phone', '13800000001').size).toBe(4999);
  expect(store.totals.warnings).toBe(4999);
});

test('sharing answers for fields that no rule counts, and follows them', () => {
  const store = emptyProject();
  const first = type(store, right);
  expect(store.sharing('person', 'mentor', '周华 驻村第一书记')).toEqual(new Set([first]));
  const second = type(store, right);
  expect(store.sharing('person', 'mentor', '周华 驻村第一书记')).toEqual(new Set([first, second]));
  store.apply(store.edit('person', first, { mentor: '' }), 'test');
  expect(store.sharing('person', 'mentor', '周华 驻村第一书记')).toEqual(new Set([second]));
  expect(store.sharing('person', 'mentor', '')).toEqual(new Set());
});
