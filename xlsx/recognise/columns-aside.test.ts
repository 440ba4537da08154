import { expect, it } from 'vitest';
import { LI, OFFICIAL, only, ZHANG } from './made-roster.node.ts';

const COUNTS = [
  ['', '村', '人数', '备注'],
  ['', '兰沟社区', '2', '已报'],
];
const header = OFFICIAL.with(2, '推荐的村（社区）');
const rows = [[...header, ...(COUNTS[0] ?? [])], [...ZHANG, ...(COUNTS[1] ?? [])], LI];

it('counts beside the table lend it nothing, under whatever plainer name', () => {
  const sheet = only(rows);
  expect(sheet.records.map(({ texts }) => [texts.village, texts.remark ?? ''])).toEqual([
    ['白虎村', ''],
    ['白虎村', ''],
  ]);
});

it('a column behind a gap is the table’s where it goes on as far, or the table has none for it', () => {
  const [first] = only([
    [...OFFICIAL.toSpliced(2, 1), '', '村', '人数'],
    [...ZHANG.toSpliced(2, 1), '', '白虎村', '2'],
    LI.toSpliced(2, 1),
  ]).records;
  expect(first?.texts.village).toBe('白虎村');
});
