import { expect, it } from 'vitest';
import { inlineRows, makeWorkbook } from '../read/made-workbook.ts';
import { checkWorkbook } from './check-workbook.ts';
import { OFFICIAL, LI as OTHER, pack, ZHANG } from './made-roster.node.ts';

const SETTINGS = { county: '', unit: '', level: 'township', asOf: '2017-11-30' } as const;
const RIGHT = ZHANG.with(10, '511425199005161438');
const LI = OTHER.with(5, '1985.06').with(7, '32').with(10, '511425198506081028');
const WANG = LI.with(2, '金牛村')
  .with(3, '王芳')
  .with(5, '1987.04')
  .with(7, '30')
  .with(10, '511425198704221060')
  .with(11, '13712345676');

function duplicates(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): readonly string[] {
  const data = Object.fromEntries(
    Object.entries(sheets).map(([name, rows]) => [name, inlineRows([OFFICIAL, ...rows])]),
  );
  const result = checkWorkbook(makeWorkbook({ sheets: data }), [pack], SETTINGS);
  if (!result.ok) throw new Error(result.error.code);
  return result.checked.sheets.flatMap(({ sheet, issues }) =>
    issues.filter(({ rule }) => rule.startsWith('duplicate')).map(({ rule, cell }) => `${sheet} ${cell} ${rule}`),
  );
}

it('a summary of the other sheets makes nobody double, wherever it stands', () => {
  expect(duplicates({ 白虎村: [RIGHT, LI], 金牛村: [WANG], 汇总: [RIGHT, LI, WANG] })).toEqual([]);
  expect(duplicates({ 汇总: [RIGHT, LI, WANG], 白虎村: [RIGHT, LI], 金牛村: [WANG] })).toEqual([]);
});

it('what is double within a sheet, or differs on the other, still is', () => {
  expect(duplicates({ 白虎村: [RIGHT, LI], 汇总: [RIGHT, LI, LI] })).toEqual([
    '汇总 K3 duplicate.idNumber',
    '汇总 K4 duplicate.idNumber',
  ]);
  const moved = [RIGHT.with(2, '金牛村'), WANG];
  expect(duplicates({ 白虎村: [RIGHT, LI], 金牛村: moved })).toEqual([
    '白虎村 K2 duplicate.idNumber',
    '金牛村 K2 duplicate.idNumber',
  ]);
});

it('what is said of a village stands at its first person in the workbook, though a shorter sheet follows', () => {
  const data = { 一: [OFFICIAL, RIGHT.with(2, '兰沟社区'), WANG], 二: [OFFICIAL, LI.with(2, '兰沟社区')] };
  const sheets = Object.fromEntries(Object.entries(data).map(([name, rows]) => [name, inlineRows(rows)]));
  const result = checkWorkbook(makeWorkbook({ sheets }), [pack], { ...SETTINGS, minimumPerVillage: 3 });
  if (!result.ok) throw new Error(result.error.code);
  const told = result.checked.sheets.flatMap(({ sheet, issues }) =>
    issues.flatMap(({ rule, cell, value }) =>
      rule === 'village.minimum' && value === '兰沟社区' ? [`${sheet} ${cell}`] : [],
    ),
  );
  expect(told).toEqual(['一 C2']);
});
