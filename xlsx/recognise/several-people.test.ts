import { describe, expect, it } from 'vitest';
import { inlineRows, makeWorkbook } from '../read/made-workbook.ts';
import { checkWorkbook } from './check-workbook.ts';
import { LI, OFFICIAL, pack, ZHANG } from './made-roster.node.ts';
import { peopleIn } from './several-people.ts';

const SETTINGS = { county: '', unit: '', level: 'township', asOf: '2017-11-30' } as const;
const FIRST = '511425199005161438';
const SECOND = '511425199106161420';
const THIRD = '511425198704221060';

function checked(...rows: readonly (readonly string[])[]) {
  const result = checkWorkbook(makeWorkbook({ sheets: { 名册: inlineRows([OFFICIAL, ...rows]) } }), [pack], SETTINGS);
  const [sheet] = result.ok ? result.checked.sheets : [];
  if (sheet === undefined) throw new Error('nothing was read');
  return sheet;
}

describe('a row that holds several people', () => {
  const both = (sign: string): readonly string[] =>
    ZHANG.map((text, at) => (at < 3 ? text : `${text}${sign}${LI[at]}`)).with(10, `${FIRST}${sign}${SECOND}`);

  it.each(['\n', '、', '；'])('is read as it stands, and one mistake stands at the name: %j', (sign) => {
    const sheet = checked(both(sign), LI.with(10, THIRD).with(3, '王芳'));
    expect(sheet.records.map(({ row, record }) => [row, record.name])).toEqual([
      [2, '张强、李芳'],
      [3, '王芳'],
    ]);
    expect(sheet.issues.filter(({ row }) => row === 2).map(({ rule, cell, value }) => [rule, cell, value])).toEqual([
      ['row.several', 'D2', '张强、李芳'],
    ]);
  });

  it('is no less one with three of them', () => {
    const sheet = checked(ZHANG.with(3, '张强\n李芳\n王小芳').with(10, [FIRST, SECOND, THIRD].join('\n')), LI);
    expect(sheet.issues.flatMap(({ rule, row }) => (row === 2 ? [rule] : []))).toEqual(['row.several']);
  });
});

it('a name over two lines, or of two parts, is one person', () => {
  for (const name of ['欧阳\n娜娜', '张 强', '买买提·吐尔逊', '张强（李芳之夫）', '王\n五'])
    expect(peopleIn({ name, idNumber: FIRST })).toEqual([]);
});
