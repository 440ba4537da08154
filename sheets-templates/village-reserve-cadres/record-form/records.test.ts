import { describe, expect, test } from 'vitest';
import { broken, emptyProject, pack, right, type } from '../../../records/testing/pack.ts';

const judged = (entity: string, typed: Readonly<Record<string, string>>): readonly string[] => {
  const store = emptyProject();
  return broken(store, type(store, { person: 'p', ...typed }, entity), entity);
};
const stored = (entity: string, field: string, text: string): string => {
  const store = emptyProject();
  return store.text(entity, type(store, { id: 'x', person: 'p', [field]: text }, entity), field);
};

test('what belongs to a person says so, and nothing else does', () => {
  const owned = pack.entities.filter(({ parent }) => parent === 'person').map(({ key }) => key);
  expect(owned).toEqual(['training', 'mentoring', 'practice', 'review', 'yearResult']);
});

test('the peoples and parties of the national code lists are offered', () => {
  const choices = (key: string) =>
    pack.entities.find(({ key: entity }) => entity === 'person')?.fields.find((field) => field.key === key)?.choices;
  expect(new Set(choices('ethnicity')).size).toBe(56);
  expect(choices('ethnicity')?.every((name) => name.endsWith('族'))).toBe(true);
  expect(choices('politicalStatus')?.length).toBe(13);
});

describe('normal forms', () => {
  test.each([
    ['person', 'ethnicity', '汉', '汉族'],
    ['person', 'ethnicity', ' 汉 族', '汉族'],
    ['person', 'ethnicity', '维吾尔', '维吾尔族'],
    ['person', 'ethnicity', '土家族', '土家族'],
    ['person', 'ethnicity', '汉人', '汉人'],
    ['person', 'politicalStatus', '党员', '中共党员'],
    ['person', 'politicalStatus', '中共预备党员', '中共预备党员'],
    ['person', 'politicalStatus', '团员', '共青团员'],
    ['person', 'workStart', '2011年7月', '2011.07'],
    ['training', 'days', '5天', '5'],
    ['training', 'days', '2.50 天', '2.5'],
    ['training', 'days', '半天', '半天'],
    ['training', 'days', '50%', '50%'],
    ['training', 'time', '2017.03.06-03.10', '2017.03.06-03.10'],
    ['mentoring', 'quarter', '第三季度', '3'],
    ['mentoring', 'quarter', '5', '5'],
    ['mentoring', 'year', '2017年度', '2017'],
    ['review', 'level', '乡镇', 'township'],
    ['review', 'level', '社区', 'village'],
    ['review', 'score', '92.50分', '92.5'],
    ['review', 'date', '2017年9月30日', '2017-09-30'],
    ['review', 'date', '9.30', '2017-09-30'],
    ['review', 'date', '2017-09-31', '2017-09-31'],
    ['yearResult', 'result', '基本 称职', '基本称职'],
  ])('%s.%s %s → %s', (entity, field, typed, normal) => {
    expect(stored(entity, field, typed)).toBe(normal);
  });
});

describe('right', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['person', { ...right, ethnicity: '汉', politicalStatus: '群众', workStart: '2011.07', health: '高血压' }],
    ['training', { mode: '集中培训', time: '2017.03', days: '5', content: '党的十九大精神' }],
    ['training', { mode: '以会代训', time: '3月6日', days: '0.5' }],
    ['training', { time: '2017-03-06至2017-03-10' }],
    ['training', { time: '2016.12-2017.1' }],
    ['training', { time: '2017年10月' }],
    ['training', { time: '2017.1-3' }],
    ['training', { time: '10月下旬' }],
    ['mentoring', { quarter: '4', mentor: '李四' }],
    ['practice', { year: '2017', content: '参与集体经济项目' }],
    ['review', { quarter: '1', level: 'village', score: '0' }],
    ['training', { time: '2017.10' }],
    ['training', { time: '2017.1-2' }],
    ['training', { time: '2017.3.6-3.10' }],
    ['training', { time: '2017.10.12—16' }],
    ['training', { time: '2017年3月' }],
    ['training', { time: '20170306-0310' }],
    ['training', { time: '3月6日' }],
    ['review', { quarter: '1', level: 'township', score: '100', date: '2017-03-31' }],
    ['yearResult', { year: '2017', result: '优秀' }],
  ])('%s %j', (entity, typed) => {
    expect(judged(entity, typed)).toEqual([]);
  });
});

describe('one mistake gives one issue', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['person', { ...right, ethnicity: '汉人' }, 'choice.unknown ethnicity'],
    ['person', { ...right, politicalStatus: '积极分子' }, 'choice.unknown politicalStatus'],
    ['person', { ...right, workStart: '毕业后' }, 'workStart.format workStart'],
    ['training', { mode: '集中培训', days: '3' }, 'training.daysMinimum days'],
    ['training', { mode: '集中培训', days: '0' }, 'training.days days'],
    ['training', { days: '-1' }, 'training.days days'],
    ['training', { days: '三天' }, 'training.days days'],
    ['training', { time: '去年春天' }, 'training.time time'],
    ['training', { time: '2017-13' }, 'training.time time'],
    ['training', { time: '2017年13月' }, 'training.time time'],
    ['training', { time: '2017.1306' }, 'training.time time'],
    ['mentoring', { quarter: '5' }, 'mentoring.quarter quarter'],
    ['mentoring', { mentor: '李四' }, 'required quarter'],
    ['mentoring', { quarter: '1', year: '一七年' }, 'year.format year'],
    ['practice', { year: '17', content: '劳动' }, 'year.format year'],
    ['review', { quarter: '0', level: 'village' }, 'review.quarter quarter'],
    ['review', { quarter: '1' }, 'required level'],
    ['review', { quarter: '1', level: '县' }, 'review.level level'],
    ['review', { quarter: '1', level: 'township', score: '101' }, 'review.score score'],
    ['review', { quarter: '1', level: 'township', score: '-1' }, 'review.score score'],
    ['review', { quarter: '1', level: 'township', score: '优' }, 'review.score score'],
    ['review', { quarter: '1', level: 'township', date: '9月31日' }, 'review.date date'],
    ['yearResult', { year: '2017', result: '良好' }, 'choice.unknown result'],
    ['yearResult', { year: '2107年', result: '优秀' }, 'year.format year'],
  ])('%s %j', (entity, typed, expected) => {
    expect(judged(entity, typed)).toEqual([expected]);
  });

  test('graver than a warning only where the record is wrong by itself', () => {
    const store = emptyProject();
    const short = type(store, { person: 'p', mode: '集中培训', days: '4.5' }, 'training');
    expect(store.issuesOf('training', short)).toMatchObject([
      { severity: 'warning', message: '集中培训 4.5 天，少于 5 天的要求。请核对。' },
    ]);
    store.apply([{ op: 'settings', set: { trainingDaysMinimum: 4 } }], 'test');
    expect(store.issuesOf('training', short)).toEqual([]);
  });
});

test('quarters and years as a data file may write them are right as well', () => {
  const store = emptyProject();
  const record = { id: 'm', person: 'p', quarter: '第二季度', year: '2017年', mentor: '李四' };
  store.apply([{ op: 'insert', entity: 'mentoring', record }], 'load');
  expect(broken(store, 'm', 'mentoring')).toEqual([]);
});
