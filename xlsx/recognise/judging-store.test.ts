import { expect, it } from 'vitest';
import { inlineRows, makeWorkbook } from '../read/made-workbook.ts';
import { checkWorkbook } from './check-workbook.ts';
import { OFFICIAL, pack, ZHANG } from './made-roster.node.ts';

/** ZHANG with the check digit that his number asks for. */
const zhang = ZHANG.with(10, '511425199005161438');

it('files judged one after the other know nothing of each other, and say the same again', () => {
  const settings = { county: '', unit: '', level: 'township', asOf: '2017-11-30' } as const;
  const file = (rows: readonly (readonly string[])[]) =>
    makeWorkbook({ sheets: { 名册: inlineRows([OFFICIAL, ...rows]) } });
  const rules = (bytes: Uint8Array): string[] => {
    const result = checkWorkbook(bytes, [pack], settings);
    if (!result.ok) throw new Error(result.error.code);
    return result.checked.sheets.flatMap(({ issues }) => issues.map(({ rule, cell }) => `${rule} ${cell}`));
  };
  const alone = rules(file([zhang]));
  const double = rules(file([zhang, zhang]));
  expect(double.filter((text) => text.startsWith('duplicate.idNumber'))).toHaveLength(2);
  expect(rules(file([zhang]))).toEqual(alone);
  expect(rules(file([zhang, zhang]))).toEqual(double);
});
