import { expect, it } from 'vitest';
import { HEAD, TITLE, TRAINING } from '../form/testing/retyped.ts';
import { inlineRows, makeWorkbook } from '../read/made-workbook.ts';
import { checkWorkbook } from './check-workbook.ts';
import { OFFICIAL, pack, ZHANG } from './made-roster.node.ts';
import { normalisedCells } from './normalised.ts';
import { sourceRows } from './source-rows.ts';

const SETTINGS = { county: '', unit: '', level: 'township', asOf: '2017-11-30' } as const;
const typed = ZHANG.with(3, '张　强').with(5, '1990年5月').with(11, '137-1234-5678');

it('every change of a cell is listed with its place, and the rows go to merging with what they state', () => {
  const checked = checkWorkbook(makeWorkbook({ sheets: { 名册: inlineRows([OFFICIAL, typed]) } }), [pack], SETTINGS);
  if (!checked.ok) throw new Error(checked.error.code);
  const [sheet] = checked.checked.sheets;
  expect(sheet && normalisedCells(sheet)).toEqual([
    { row: 2, cell: 'D2', field: 'name', from: '张　强', to: '张强' },
    { row: 2, cell: 'F2', field: 'birthMonth', from: '1990年5月', to: '1990.05' },
    { row: 2, cell: 'L2', field: 'phone', from: '137-1234-5678', to: '13712345678' },
  ]);
  const [row] = sourceRows({ file: '甲.xlsx', date: '2017-11-01' }, checked.checked);
  expect(row).toMatchObject({ file: '甲.xlsx', sheet: '名册', row: 2, date: '2017-11-01', record: { name: '张强' } });
  expect(row?.stated.has('remark')).toBe(true);
  expect(row?.stated.has('ethnicity')).toBe(false);
});

it('同上 and what a blank cell took from the ID number are listed as well', () => {
  const rows = [
    OFFICIAL,
    ZHANG,
    ZHANG.with(2, '同上').with(3, '李玉').with(10, '511402199008195022').with(4, '').with(5, ''),
  ];
  const checked = checkWorkbook(makeWorkbook({ sheets: { 名册: inlineRows(rows) } }), [pack], SETTINGS);
  const [sheet] = checked.ok ? checked.checked.sheets : [];
  expect(sheet && normalisedCells(sheet)).toEqual([
    { row: 3, cell: 'C3', field: 'village', from: '同上', to: ZHANG[2] },
    { row: 3, cell: 'E3', field: 'gender', from: '', to: '女' },
    { row: 3, cell: 'F3', field: 'birthMonth', from: '', to: '1990.08' },
  ]);
});

it('a text file is a roster like any other', () => {
  const text = [OFFICIAL, ZHANG].map((row) => row.join(',')).join('\r\n');
  const checked = checkWorkbook(new TextEncoder().encode(text), [pack], SETTINGS);
  expect(checked.ok && checked.checked.sheets[0]?.issues.map(({ rule }) => rule)).toEqual([
    'idNumber.checkDigit',
    'village.minimum',
  ]);
});

it('a village written once for its people is filled in for the others, and listed; a gap stays a gap', () => {
  const at = (village: string, n: number) =>
    ZHANG.with(2, village)
      .with(3, `张${'甲乙丙丁'.charAt(n)}`)
      .with(10, '');
  const villages = (names: readonly string[]) => {
    const rows = [OFFICIAL, ...names.map(at)];
    const read = checkWorkbook(makeWorkbook({ sheets: { 名册: inlineRows(rows) } }), [pack], SETTINGS);
    if (!read.ok) throw new Error(read.error.code);
    const [sheet] = read.checked.sheets;
    return {
      found: sheet?.records.map(({ record }) => record.village),
      listed: sheet && normalisedCells(sheet).map(({ cell, from, to }) => [cell, from, to]),
    };
  };
  expect(villages(['白虎村', '', '金牛村', ''])).toEqual({
    found: ['白虎村', '白虎村', '金牛村', '金牛村'],
    listed: [
      ['C3', '', '白虎村'],
      ['C5', '', '金牛村'],
    ],
  });
  // Five names, four blanks: one village has but one person.
  expect(villages(['白虎村', '', '金牛村', '', '上游村', '', '大石村', '', '新桥村']).found?.[7]).toBe('大石村');
  for (const names of [
    ['白虎村', '白虎村', '金牛村', ''],
    ['白虎村', '金牛村', '', '上游村', '', '大石村', '新桥村'],
    ['白虎村', '', '', ''],
    ['', '白虎村', '', '金牛村'],
  ])
    expect(villages(names).listed).toEqual([]);
});

it('a township written once stands for everybody below it', () => {
  const rows = [
    OFFICIAL,
    ...[0, 1, 2].map((n) => ZHANG.with(1, n === 0 ? '南城镇' : '').with(3, `张${'甲乙丙'.charAt(n)}`)),
  ];
  const read = checkWorkbook(makeWorkbook({ sheets: { 名册: inlineRows(rows) } }), [pack], SETTINGS);
  const records = read.ok ? read.checked.sheets[0]?.records : [];
  expect(records?.map(({ record }) => record.township)).toEqual(['南城镇', '南城镇', '南城镇']);
});

it('what belongs to the person of a form is listed as well, where it stands', () => {
  const training = TRAINING.map((row) => row.map((text) => (text === '5' ? '5天' : text)));
  const rows = [...TITLE, ...HEAD.map((row) => row.map((text) => (text === '汉族' ? '汉' : text))), ...training];
  const checked = checkWorkbook(makeWorkbook({ sheets: { 张三: inlineRows(rows) } }), [pack], SETTINGS);
  expect(checked.ok && checked.checked.sheets.flatMap(normalisedCells)).toEqual([
    { row: 3, cell: 'B4', field: 'ethnicity', from: '汉', to: '汉族' },
    { row: 10, cell: 'D10', field: 'days', from: '5天', to: '5' },
  ]);
});
