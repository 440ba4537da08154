import { expect, test } from 'vitest';
import { quarterNumber } from '../locale/quarters.zh-CN.ts';
import { LabelWords } from './labels.ts';

test('a label is known with stars, blanks and a word to whoever fills it in', () => {
  const name = new LabelWords({ text: '姓名', aliases: ['名字'] });
  for (const text of ['姓名', '姓　名', '姓\n名：', '*姓名（必填）', '名字(须填写)'])
    expect([text, name.matches(text)]).toEqual([text, true]);
  for (const text of ['姓名（王小明）', '姓', '必填']) expect([text, name.matches(text)]).toEqual([text, false]);
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
