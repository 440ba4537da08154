import { describe, expect, test } from 'vitest';
import { checkDigit } from '../formulas/id-number.ts';
import { newProject, openProject } from './store.ts';
import { broken, emptyProject, pack, right, settings, type, villages } from './testing/pack.ts';

const withCheckDigit = (first17: string): string => first17 + checkDigit(first17);
const AS_OF_LATER = '2018-06-12';
const one = (change: Readonly<Record<string, string>>): readonly string[] => {
  const store = emptyProject();
  return broken(store, type(store, { ...right, ...change }));
};

test('a right person violates nothing', () => {
  expect(one({})).toEqual([]);
});

describe('one mistake gives one issue', () => {
  test.each<[Readonly<Record<string, string>>, string]>([
    [{ name: '' }, 'required name'],
    [{ name: '张' }, 'name.length name'],
    [{ education: '无' }, 'required education'],
    [{ mentor: '/' }, 'required mentor'],
    [{ idNumber: '' }, 'required idNumber'],
    [{ phone: '' }, 'required phone'],
    [{ township: '' }, 'required township'],
    [{ village: '' }, 'required village'],
    [{ idNumber: '51010419860611148' }, 'idNumber.length idNumber'],
    [{ idNumber: '510104********1483' }, 'idNumber.characters idNumber'],
    [{ idNumber: '5.10104198606111E+17' }, 'idNumber.precisionLost idNumber'],
    [{ idNumber: '510104198602301483' }, 'idNumber.birthDate idNumber'],
    [{ idNumber: '510104198606111484' }, 'idNumber.checkDigit idNumber'],
    [{ idNumber: '000000198310116225', birthMonth: '', partyJoinMonth: '' }, 'idNumber.region idNumber'],
    [{ idNumber: '510104860611148' }, 'idNumber.legacy15 idNumber'],
    [{ idNumber: '51010419860611148', gender: '', birthMonth: '', age: '30' }, 'idNumber.length idNumber'],
    [{ gender: '男' }, 'gender.mismatch gender'],
    [{ gender: '甲' }, 'gender.mismatch gender'],
    [{ birthMonth: '九零年' }, 'birthMonth.format birthMonth'],
    [{ birthMonth: '1990.13', age: '20' }, 'birthMonth.format birthMonth'],
    [{ birthMonth: '1990.06', age: '27' }, 'birthMonth.mismatch birthMonth'],
    [{ birthMonth: '1986.1' }, 'birthMonth.mismatch birthMonth'],
    [{ age: '36' }, 'age.mismatch age'],
    [{ age: '三十多' }, 'age.mismatch age'],
    [{ education: '初中' }, 'education.minimum education'],
    [{ education: '大学在读' }, 'choice.unknown education'],
    [{ identity: '个体户' }, 'choice.unknown identity'],
    [{ partyJoinMonth: '预备期' }, 'partyJoinMonth.format partyJoinMonth'],
    [{ partyJoinMonth: '2012.1' }, 'partyJoinMonth.format partyJoinMonth'],
    [{ partyJoinMonth: '2004.05' }, 'partyJoinMonth.tooEarly partyJoinMonth'],
    [{ partyJoinMonth: '2017.12' }, 'partyJoinMonth.future partyJoinMonth'],
    [{ phone: '1500387445' }, 'phone.format phone'],
  ])('%j', (change, expected) => {
    const rules = one(change);
    const others = change.idNumber === '' ? [] : rules.filter((rule) => rule !== expected);
    expect(rules).toContain(expected);
    expect(others).toEqual([]);
  });
});

test('the month of joining the party may be that of the 18th birthday and of the reference date', () => {
  expect(one({ partyJoinMonth: '2004.06' })).toEqual([]);
  expect(one({ partyJoinMonth: '2017.11' })).toEqual([]);
});

test('1990.1 without an ID number is two months, with one it is settled, also when the number comes later', () => {
  const store = emptyProject();
  const id = type(store, { ...right, idNumber: '', birthMonth: '1993.1' });
  expect(broken(store, id)).toContain('birthMonth.ambiguous birthMonth');
  store.apply(store.edit('person', id, { idNumber: '513826199310122435', gender: '男', partyJoinMonth: '' }), 'test');
  expect(store.text('person', id, 'birthMonth')).toBe('1993.10');
  expect(broken(store, id)).toEqual([]);
});

test('identities that may be relaxed turn the error about education into a warning', () => {
  const store = emptyProject();
  const id = type(store, { ...right, education: '初中', identity: '复员退伍军人' });
  expect(store.issuesOf('person', id)).toMatchObject([{ rule: 'education.minimum', severity: 'warning' }]);
});

test('the age limit follows the reference date, a setting', () => {
  const store = emptyProject();
  const id = type(store, {
    ...right,
    idNumber: withCheckDigit('51142519820612001'),
    gender: '男',
    birthMonth: '1982.06',
  });
  expect(store.text('person', id, 'age')).toBe('35');
  expect(broken(store, id)).toEqual([]);
  const change = store.apply([{ op: 'settings', set: { asOf: AS_OF_LATER } }], 'test');
  expect(change.settingsChanged).toBe(true);
  expect([...(change.judged.get('person') ?? [])]).toEqual([id]);
  expect(store.text('person', id, 'age')).toBe('36');
  expect(broken(store, id)).toEqual(['age.limit age']);
});

test('an unset parameter switches its rule off', () => {
  const store = newProject(
    { ...pack, parameters: pack.parameters.map((p) => (p.key === 'ageLimit' ? { ...p, default: null } : p)) },
    settings,
    [],
  );
  const id = type(store, {
    ...right,
    idNumber: withCheckDigit('51142519620612001'),
    gender: '男',
    birthMonth: '1962.06',
  });
  expect(broken(store, id)).toEqual([]);
  store.apply([{ op: 'settings', set: { ageLimit: 40 } }], 'test');
  expect(broken(store, id)).toEqual(['age.limit age']);
});

describe('duplicates', () => {
  test('stand on everyone who shares the number, say with whom, and go with the last partner', () => {
    const store = emptyProject();
    const first = type(store, right);
    const second = type(store, { ...right, name: '李四', phone: '13800000002' });
    expect(broken(store, first)).toEqual(['duplicate.idNumber idNumber']);
    expect(store.issuesOf('person', first)[0]?.message).toContain('白虎村的李四相同（共 2 人');
    expect(store.issuesOf('person', second)[0]?.message).toContain('白虎村的张三相同（共 2 人');
    expect(store.sharing('person', 'idNumber', '510104198606111483')).toEqual(new Set([first, second]));
    const change = store.apply([{ op: 'update', entity: 'person', id: second, set: { status: '已移出' } }], 'test');
    expect(change.judged.get('person')).toEqual(new Set([first, second]));
    expect(broken(store, first)).toEqual([]);
    expect(store.totals.errors).toBe(0);
    expect(store.totals.inForce.get('person')).toBe(1);
    expect(store.totals.inForce.get('village')).toBe(0);
  });

  test('of a phone are a warning, and silent where the whole person is doubled', () => {
    const store = emptyProject();
    const first = type(store, right);
    type(store, {
      ...right,
      name: '王五',
      idNumber: '513826199310122435',
      gender: '男',
      birthMonth: '1993.10',
      partyJoinMonth: '',
    });
    expect(store.issuesOf('person', first)).toMatchObject([{ rule: 'duplicate.phone', severity: 'warning' }]);
    type(store, right);
    expect(broken(store, first)).toEqual(['duplicate.idNumber idNumber']);
  });

  test('only those whose verdict changes are judged again', () => {
    const store = emptyProject();
    const ids = Array.from({ length: 5 }, (_, at) =>
      type(store, { ...right, name: `张三${at}`, idNumber: '', birthMonth: '1986.06' }),
    );
    const change = store.apply(store.edit('person', ids[4] ?? '', { phone: '13900000000' }), 'test');
    expect(change.judged.get('person')).toEqual(new Set([ids[4]]));
  });
});

describe('villages', () => {
  test('with fewer than two people are named, and people of no listed village too', () => {
    const store = newProject(pack, settings, villages);
    const first = type(store, right);
    const [white = ''] = store.ids('village');
    expect(broken(store, white, 'village')).toEqual(['village.minimum name']);
    expect(store.issuesOf('village', white)[0]?.message).toContain('只有 1 名');
    const second = type(store, {
      ...right,
      idNumber: '513826199310122435',
      gender: '男',
      birthMonth: '1993.10',
      partyJoinMonth: '',
      phone: '13800000002',
    });
    expect(broken(store, white, 'village')).toEqual([]);
    store.apply(store.edit('person', second, { village: '黑虎村' }), 'test');
    expect(broken(store, second)).toEqual(['village.unknown village']);
    expect(broken(store, white, 'village')).toEqual(['village.minimum name']);
    type(store, { township: '南城镇', name: '黑虎村' }, 'village');
    expect(broken(store, second)).toEqual([]);
    expect(broken(store, first)).toEqual([]);
  });

  test('are unknown to nobody while there is no list', () => {
    const store = emptyProject();
    const id = type(store, { ...right, village: '黑虎村' });
    expect(broken(store, id)).toEqual([]);
    type(store, { township: '南城镇', name: '白虎村' }, 'village');
    expect(broken(store, id)).toEqual(['village.unknown village']);
  });
});

test('fixes are offered where they are certain, and do what they say', () => {
  const store = emptyProject();
  const id = type(store, { ...right, gender: '男', birthMonth: '1987.06' });
  const other = type(store, { ...right, phone: '13800000002', idNumber: '510104860611147', gender: '男', age: '50' });
  const fixes = [...store.issues()].map(({ rule, fix }) => [rule, fix?.label]);
  expect(fixes).toEqual([
    ['gender.mismatch', '性别改为身份证号码上的'],
    ['birthMonth.mismatch', '出生年月改为身份证号码上的'],
    ['idNumber.legacy15', '转换为 18 位'],
    ['age.mismatch', '改为算出的周岁'],
  ]);
  for (let round = 0; round < 4; round++)
    for (const { fix } of [...store.issues()].slice(0, 1)) if (fix) store.apply(fix.patch, 'fix');
  expect([...store.issues()]).toEqual([]);
  expect(store.get('person', id)).toMatchObject({ gender: '女', birthMonth: '1986.06' });
  expect(store.get('person', other)).not.toHaveProperty('age');
  expect(store.text('person', other, 'idNumber')).toBe('510104198606111475');
});

test('what the ID number says is offered where the file left it blank, and nothing where there is none', () => {
  const blank = { ...right, gender: '', birthMonth: '', age: '' };
  const records = {
    person: [
      { id: 'a', ...blank },
      { id: 'b', ...blank, idNumber: '' },
    ],
  };
  const opened = openProject(pack, { pack: pack.id, settings, records });
  if (!opened.ok) throw new Error(opened.error.code);
  const { store } = opened;
  const offered = [...store.issuesOf('person', 'a')].flatMap(({ field, fix }) => (fix ? [[field, fix.label]] : []));
  expect(offered).toEqual([
    ['gender', '按身份证号码填写'],
    ['birthMonth', '按身份证号码填写'],
  ]);
  expect([...store.issuesOf('person', 'b')].filter(({ fix }) => fix)).toEqual([]);
  for (const { fix } of [...store.issuesOf('person', 'a')]) if (fix) store.apply(fix.patch, 'fix');
  expect([store.text('person', 'a', 'gender'), store.text('person', 'a', 'birthMonth')]).toEqual(['女', '1986.06']);
});
