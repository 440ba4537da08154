import { expect, it } from 'vitest';
import { inlineRows, makeWorkbook } from '../read/made-workbook.ts';
import { checkWorkbook } from './check-workbook.ts';
import { LI, OFFICIAL, pack, ZHANG } from './made-roster.node.ts';

const SETTINGS = { county: '', unit: '', level: 'township', asOf: '2017-11-30' } as const;
const STYLES =
  '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>' +
  '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>';

/** The official header and two people, the cells of the second row in a style. */
function struck(
  rows: readonly (readonly string[])[],
  row: number,
  style: number,
): readonly (readonly [string, string])[] {
  const data = inlineRows(rows).replaceAll(new RegExp(`(<c )(r="[A-Z]+${row}")`, 'g'), `$1s="${style}" $2`);
  const result = checkWorkbook(makeWorkbook({ sheets: { 名册: data }, styles: STYLES }), [pack], SETTINGS);
  if (!result.ok) throw new Error(result.error.code);
  const [sheet] = result.checked.sheets;
  expect(sheet?.records).toHaveLength(2);
  return (sheet?.issues ?? [])
    .filter(({ rule }) => rule === 'row.struck')
    .map(({ cell, severity }) => [cell, severity] as const);
}

it('who is crossed out is read, and told about', () => {
  expect(struck([OFFICIAL, ZHANG, LI], 2, 1)).toEqual([['D2', 'info']]);
  expect(struck([OFFICIAL, ZHANG, LI], 2, 2)).toEqual([]);
});

it('a crossed out township or header says nothing', () => {
  expect(struck([OFFICIAL, ZHANG, LI], 1, 1)).toEqual([]);
});
