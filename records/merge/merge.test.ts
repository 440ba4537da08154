import { describe, expect, it } from 'vitest';
import { planMerge } from './plan.ts';
import { COLUMNS, column, empty, exported, merge, pack, right, source, villages } from './testing.node.ts';
import { fieldKey } from './types.ts';

/** Right ID numbers of two other people. */
const LI = '511130199302264438';
const WANG = '511425199005150018';
const kinds = (result: { outcomes: readonly { kind: string }[] }): string[] => result.outcomes.map(({ kind }) => kind);

describe('one person', () => {
  it('sent twice alike is one, and the second row is named as left out', () => {
    const store = empty();
    const result = merge(store, [source('甲.xlsx', 4, right), source('乙.xlsx', 9, right)]);
    expect(column(store, 'name')).toEqual(['张三']);
    expect(result.outcomes).toMatchObject([{ kind: 'added' }, { kind: 'identical', of: 0 }]);
  });

  it('is known by the ID number however it is written, and by the old 15 digits', () => {
    const store = empty();
    const wide = { ...right, idNumber: '５１０１０４１９８６０６１１１４８３' };
    merge(store, [source('甲.xlsx', 4, right), source('乙.xlsx', 4, wide)]);
    expect(store.ids('person')).toHaveLength(1);
    const plan = planMerge(store, pack, 'person', [source('丙.xlsx', 4, { ...right, idNumber: '510104860611148' })]);
    expect(plan.groups[0]?.existing).toHaveLength(1);
  });

  it('whose rows differ is a conflict with both sides, and both stay until it is settled', () => {
    const store = empty();
    const rows = [source('甲.xlsx', 4, right), source('乙.xlsx', 9, { ...right, phone: '13900000009' })];
    const [group] = planMerge(store, pack, 'person', rows).groups;
    expect(group?.conflicts).toEqual([
      {
        field: 'phone',
        sides: [
          { value: '13800000001', rows: [0] },
          { value: '13900000009', rows: [1] },
        ],
      },
    ]);
    expect(merge(store, rows).open).toEqual([group?.key]);
    expect(column(store, 'phone')).toEqual(['13800000001', '13900000009']);
  });

  it('is settled by a side or by what is typed, which is brought into its normal form', () => {
    const rows = [
      source('甲.xlsx', 4, right),
      source('乙.xlsx', 9, { ...right, phone: '13900000009', birthMonth: '1986.07' }),
    ];
    const store = empty();
    const [group] = planMerge(store, pack, 'person', rows).groups;
    const settle = new Map([
      [
        group?.key ?? '',
        new Map([
          ['phone', { side: 1 }],
          ['birthMonth', { text: '1986年6月' }],
        ]),
      ],
    ]);
    const result = merge(store, rows, { settle });
    expect(kinds(result)).toEqual(['added', 'settled']);
    expect(column(store, 'phone')).toEqual(['13900000009']);
    expect(column(store, 'birthMonth')).toEqual(['1986.06']);
  });

  it('a column that a sender does not have says nothing, a blank cell does', () => {
    const { remark: _, ...stated } = { ...right, remark: '' };
    const without = new Set([...COLUMNS].filter((key) => key !== 'remark'));
    const noted = source('甲.xlsx', 4, { ...right, remark: '已谈话' });
    const store = empty();
    expect(merge(store, [source('乙.xlsx', 4, stated, { stated: without }), noted]).open).toEqual([]);
    expect(column(store, 'remark')).toEqual(['已谈话']);
    expect(planMerge(empty(), pack, 'person', [noted, source('乙.xlsx', 4, stated)]).groups[0]?.conflicts).toHaveLength(
      1,
    );
  });

  it('in two villages is flagged', () => {
    const plan = planMerge(empty(), pack, 'person', [
      source('甲.xlsx', 4, right),
      source('乙.xlsx', 4, { ...right, village: '金牛村' }),
    ]);
    expect(plan.groups[0]?.villages).toEqual(['南城镇 白虎村', '南城镇 金牛村']);
  });
});

describe('without a right ID number', () => {
  const unknown = { ...right, idNumber: '' };

  it('name and phone only propose; joined by a click they are one person', () => {
    const store = empty();
    const rows = [source('甲.xlsx', 4, right), source('乙.xlsx', 4, { ...unknown, mentor: '李四 镇长' })];
    const [proposal, ...more] = planMerge(store, pack, 'person', rows).proposals;
    expect(more).toEqual([]);
    expect(proposal).toMatchObject({ name: '张三', phone: '13800000001' });
    expect(merge(store, rows).outcomes.map(({ kind }) => kind)).toEqual(['added', 'added']);
    const joined = planMerge(empty(), pack, 'person', rows, new Set([proposal?.id ?? '']));
    expect(joined.groups).toHaveLength(1);
    expect(joined.groups[0]?.conflicts.map(({ field }) => field)).toEqual(['idNumber', 'mentor']);
    expect(joined.proposals).toEqual([]);
  });

  it('proposes the person of the project too', () => {
    const store = empty();
    merge(store, [source('甲.xlsx', 4, right)]);
    const rows = [source('乙.xlsx', 4, { ...unknown, mentor: '李四 镇长' })];
    const [proposal] = planMerge(store, pack, 'person', rows).proposals;
    const result = merge(store, rows, {}, new Set([proposal?.id ?? '']));
    expect(kinds(result)).toEqual(['changed']);
    expect([column(store, 'mentor'), column(store, 'idNumber')]).toEqual([['李四 镇长'], [right.idNumber]]);
  });

  it('equal in everything is one across files; two alike on one sheet stay two', () => {
    const store = empty();
    const twice = (file: string) => [source(file, 4, unknown), source(file, 5, unknown)];
    const result = merge(store, [...twice('甲.xlsx'), ...twice('乙.xlsx')]);
    expect(kinds(result)).toEqual(['added', 'added', 'identical', 'identical']);
  });

  it('a masked, rounded or mistyped number makes nobody the same', () => {
    for (const idNumber of ['510104********1483', '5.10104198606111E+17', '510104198606111484']) {
      const plan = planMerge(empty(), pack, 'person', [
        source('甲.xlsx', 4, { ...right, idNumber }),
        source('乙.xlsx', 4, { ...right, idNumber, name: '李四' }),
      ]);
      expect(plan.groups).toHaveLength(2);
    }
  });
});

describe('a returned file against the project', () => {
  const filled = () => {
    const store = empty(villages);
    merge(store, [
      source('甲.xlsx', 4, right),
      source('甲.xlsx', 5, {
        ...right,
        name: '李四',
        idNumber: LI,
        phone: '13800000002',
        gender: '男',
        birthMonth: '1993.02',
      }),
    ]);
    return store;
  };

  it('adds, changes, leaves, and names who is missing and which villages sent nothing', () => {
    const store = filled();
    const rows = [source('乙.xlsx', 4, { ...right, phone: '13700000001' })];
    const plan = planMerge(store, pack, 'person', rows);
    expect(plan.absent).toEqual([store.ids('person')[1]]);
    expect(plan.silent).toEqual([
      { township: '南城镇', village: '金牛村' },
      { township: '南城镇', village: '兰沟社区' },
    ]);
    const result = merge(store, rows);
    expect(kinds(result)).toEqual(['changed']);
    expect(column(store, 'phone')).toEqual(['13700000001', '13800000002']);
    result.undo();
    expect(column(store, 'phone')).toEqual(['13800000001', '13800000002']);
  });

  it('a form of somebody known is from their village, one of somebody new from where the file says', () => {
    const store = filled();
    const { township: _township, village: _village, ...form } = right;
    const fresh = { ...form, name: '王五', idNumber: WANG, phone: '13800000009' };
    const plan = planMerge(store, pack, 'person', [
      source('甲.xlsx', 1, form),
      { ...source('乙.xlsx', 1, fresh), fallback: { township: '南城镇', village: '金牛村' } },
    ]);
    expect(plan.silent).toEqual([{ township: '南城镇', village: '兰沟社区' }]);
    expect(plan.absent).toEqual([]);
  });

  it('moves absent people out only when told to', () => {
    const store = filled();
    const [, li] = store.ids('person');
    const removal = { date: '2017-11-30', reason: '未报' };
    merge(store, [source('乙.xlsx', 4, right)], { remove: new Set([li ?? '']), removal });
    expect(store.get('person', li ?? '')).toMatchObject({
      status: '已移出',
      statusDate: '2017-11-30',
      statusReason: '未报',
    });
    const back = exported(store).slice(1);
    expect(kinds(merge(store, back))).toEqual(['not-in-force']);
  });

  it('a blank cell clears what the project holds only when told to', () => {
    const store = filled();
    const rows = [source('乙.xlsx', 4, { ...right, partyJoinMonth: '' })];
    const [group] = planMerge(store, pack, 'person', rows).groups;
    expect(kinds(merge(store, rows))).toEqual(['unchanged']);
    merge(store, rows, { clear: new Set([fieldKey(group?.key ?? '', 'partyJoinMonth')]) });
    expect(column(store, 'partyJoinMonth')[0]).toBe('');
  });

  it('is taken over in part', () => {
    const store = filled();
    const rows = [source('乙.xlsx', 4, { ...right, phone: '13700000001', mentor: '李四 镇长' })];
    const [group] = planMerge(store, pack, 'person', rows).groups;
    const key = group?.key ?? '';
    expect(kinds(merge(store, rows, { refuse: new Set([key]) }))).toEqual(['refused']);
    merge(store, rows, { refuseFields: new Set([fieldKey(key, 'phone')]) });
    expect([column(store, 'phone')[0], column(store, 'mentor')[0]]).toEqual(['13800000001', '李四 镇长']);
  });

  it('ids of our own export give way to the ID number when the rows were sorted', () => {
    const store = filled();
    const [zhang, li] = store.ids('person');
    const sorted = exported(store).map((row, at) => ({ ...row, knownId: (at === 0 ? li : zhang) ?? '' }));
    expect(kinds(merge(store, sorted))).toEqual(['unchanged', 'unchanged']);
  });

  it('a corrected ID number keeps the record, by the id and the name', () => {
    const store = filled();
    const [zhang] = store.ids('person');
    const row = source(
      '乙.xlsx',
      4,
      { ...right, idNumber: '513826199310122435', gender: '男', birthMonth: '1993.10' },
      { knownId: zhang ?? '' },
    );
    expect(merge(store, [row]).outcomes).toMatchObject([{ kind: 'changed', record: zhang }]);
    expect(store.ids('person')).toHaveLength(2);
  });
});

it('people stand by township and village in the order of the list, then as first seen', () => {
  const store = empty(villages);
  const at = (village: string, name: string) => source('甲.xlsx', 4, { township: '南城镇', village, name });
  merge(store, [at('新村', '一一'), at('兰沟社区', '二二'), at('白虎村', '三三'), at('白虎村', '四四')]);
  expect(column(store, 'name')).toEqual(['三三', '四四', '二二', '一一']);
});
