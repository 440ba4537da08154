import { expect, test } from 'vitest';
import { quarterNumber } from '../locale/quarters.zh-CN.ts';
import { LabelWords } from './labels.ts';

test('a label is known with stars, blanks and a word to whoever fills it in', () => {
  const name = new LabelWords({ text: '姓名', aliases: ['名字'] });
  for (const text of ['姓名', '姓　名', '姓\n名：', '*姓名（必填）', '名字(须填写)'])
    expect([text, name.matches(text)]).toEqual([text, true]);
  for (const text of ['姓名（王小明）', '姓', '必填']) expect([text, name.matches(text)]).toEqual([text, false]);
});

test('a value may stand below its label in one cell; a label that goes on there has none', () => {
  const label = (text: string, ...aliases: string[]) => new LabelWords({ text, aliases });
  expect(label('姓名').inline('姓名\n张三')).toBe('张三');
  expect(label('姓名').inline('姓\n名\n张三')).toBe('张三');
  expect(label('从事职业').inline('从事职业\n种植\n养殖')).toBe('种植\n养殖');
  for (const [first, text] of [
    ['学历', '学历\n学位'],
    ['入党', '入党\n时间'],
    ['姓名', '姓名\n（必填）'],
    ['身份证', '身份证\n号码'],
    ['姓名', '姓\n名'],
  ] as const)
    expect([text, label(first).inline(text)]).toEqual([text, undefined]);
});

test.each([
  ['第一季度（1-3月）', 1],
  ['二季度(4～6月)', 2],
  ['Ⅲ季度', 3],
  ['第IV季度', 4],
  ['第五季度', 5],
  ['第一季度（合格）', undefined],
  ['i', undefined],
])('“%s” names the quarter %s', (text, quarter) => {
  expect(quarterNumber(text)).toBe(quarter);
});
