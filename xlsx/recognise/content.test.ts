import { expect, it } from 'vitest';
import { OFFICIAL, only, ZHANG } from './made-roster.node.ts';

it.each([
  ['身份证号码', 'idNumber', '511425-19900516-1434'],
  ['身份证号码', 'idNumber', '身份证号：511425199005161434'],
  ['联系电话', 'phone', '13712345678（本人）'],
  ['联系电话', 'phone', '手机：137-1234-5678'],
  ['出生年月', 'birthMonth', '一九九〇年五月'],
  ['出生年月', 'birthMonth', '1990.05（27岁）'],
  ['入党时间', 'partyJoinMonth', '群众'],
])('%s is confirmed by what its normal form takes away: %s %s', (label, key, text) => {
  const at = OFFICIAL.indexOf(label);
  const [record] = only([OFFICIAL, ZHANG.with(6, '2012.06').with(at, text)]).records;
  expect(record?.texts[key]).toBe(text);
});

it('knows phones and degrees in other words under a header that names neither', () => {
  const rows = ['13712345678（本人）', '13712345679'].map((phone, n) =>
    ZHANG.with(3, `张${'甲乙'.charAt(n)}`).with(11, phone),
  );
  const header = OFFICIAL.with(11, '联').with(8, '何种程度');
  const sheet = only([header, ...rows.map((row, n) => row.with(8, ['大学', '硕士研究生'][n] ?? ''))]);
  expect(sheet.records.map(({ texts }) => [texts.phone, texts.education])).toEqual([
    ['13712345678（本人）', '大学'],
    ['13712345679', '硕士研究生'],
  ]);
});
