import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadPack } from '../../sheets-templates/load.node.ts';
import { inlineRows, makeWorkbook } from '../read/made-workbook.ts';
import { type CheckedWorkbook, checkWorkbook } from './check-workbook.ts';

const HEADER = ['乡镇', '村', '姓名', '性别', '出生年月', '学历', '身份证号码', '联系电话', '结对干部', '籍贯地'];
const PERSON = [
  '南城镇',
  '白虎村',
  '蔡玉平',
  '女',
  '1986.06',
  '高中',
  '510104198606111483',
  '15052003565',
  '周华',
  '青神',
];

async function checked(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Promise<CheckedWorkbook> {
  const loaded = await loadPack(
    fileURLToPath(new URL('../../sheets-templates/village-reserve-cadres', import.meta.url)),
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const data = Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, inlineRows(rows)]));
  const settings = { county: '', unit: '', level: 'township', asOf: '2017-11-30' } as const;
  const result = checkWorkbook(makeWorkbook({ sheets: data }), [loaded.value.pack], settings);
  if (!result.ok) throw new Error(result.error.code);
  return result.checked;
}

it('judges all sheets of a file together', async () => {
  const { sheets } = await checked({ 一: [HEADER, PERSON], 二: [['说明'], HEADER, PERSON.with(7, '15052003566')] });
  expect(sheets.map((sheet) => sheet.issues.map((issue) => `${issue.cell} ${issue.rule}`))).toEqual([
    ['G2 duplicate.idNumber'],
    ['G3 duplicate.idNumber'],
  ]);
});

it('says of a village with too few people so once, at its first person', async () => {
  const { sheets } = await checked({ 一: [HEADER, PERSON] });
  expect(sheets[0]?.issues.map(({ cell, rule, field, severity }) => ({ cell, rule, field, severity }))).toEqual([
    { cell: 'B2', rule: 'village.minimum', field: 'village', severity: 'warning' },
  ]);
});

it('settles October by the ID number, keeps what it cannot settle, and keeps the typed text', async () => {
  const id = '510104198610111486';
  const { sheets } = await checked({
    一: [HEADER, PERSON.with(4, '1986.1').with(6, id), PERSON.with(4, '1986.1').with(6, '')],
  });
  const [first, second] = sheets[0]?.records ?? [];
  expect([first?.record.birthMonth, first?.record.original]).toEqual(['1986.10', { birthMonth: '1986.1' }]);
  expect(second?.record.birthMonth).toBe('1986.1');
  expect(sheets[0]?.issues.map((issue) => issue.rule)).toContain('birthMonth.ambiguous');
});

it('keeps columns of the sender with the record', async () => {
  const { sheets } = await checked({
    一: [
      [...HEADER, '自定义'],
      [...PERSON, '甲'],
    ],
  });
  expect(sheets[0]?.records[0]?.record.extra).toMatchObject({ 自定义: '甲' });
});

it('a month of joining that lost its zero is said to be one of two, and never settled', async () => {
  const joined = (month: string): string[] => [...PERSON, month];
  const { sheets } = await checked({ 名册: [[...HEADER, '入党时间'], joined('2008.1'), joined('不清楚')] });
  const issues = sheets[0]?.issues ?? [];
  expect(issues.flatMap((i) => (i.rule === 'partyJoinMonth.format' ? [i.message.slice(4)] : []))).toEqual([
    '“2008.1”可能是 1 月，也可能是丢了 0 的 10 月。请写成 2012.06 的样子；不是党员请留空。',
    '“不清楚”看不出是哪年哪月。请写成 2012.06 的样子；不是党员请留空。',
  ]);
});
