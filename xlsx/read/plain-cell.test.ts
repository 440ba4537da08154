import { expect, it } from 'vitest';
import type { CellTag } from './cell-tag.ts';
import { makeWorkbook } from './made-workbook.ts';
import { type PlainValue, readPlainCell } from './plain-cell.ts';
import { readWorkbook } from './read-workbook.ts';

function plain(cell: string): readonly unknown[] | undefined {
  const tag: CellTag = { column: -1, row: -1, style: 0, type: 'n' };
  const value: PlainValue = { from: 0, to: 0, index: 0 };
  const end = readPlainCell(`${cell}<c r="Z99">`, 2, tag, value);
  if (end < 0) return undefined;
  expect(end).toBe(cell.length);
  return [tag.column, tag.row, tag.style, tag.type, cell.slice(value.from, value.to)];
}

it('reads what nearly every program writes', () => {
  expect(plain('<c r="K7" s="3" t="s"><v>12</v></c>')).toEqual([10, 7, 3, 's', '12']);
  expect(plain('<c s="3" t="n" r="AA104"><v>-1.5E3</v></c>')).toEqual([26, 104, 3, 'n', '-1.5E3']);
  expect(plain('<c><v>1</v></c>')).toEqual([-1, -1, 0, 'n', '1']);
  expect(plain('<c r="A1" t="inlineStr"><is><t>张三</t></is></c>')).toEqual([0, 1, 0, 'inlineStr', '张三']);
});

it.each([
  '<c r="A1" s="1"/>',
  '<c r="A1"><f>B1</f><v>1</v></c>',
  '<c r="A1"><v xml:space="preserve">1</v></c>',
  '<c r="A1"><v>1</v><extLst/></c>',
  '<c r="A1" t="str"><v>1</v></c>',
  '<c r="A1" t="b"><v>1</v></c>',
  '<c r="A1" t="s"><v> 1</v></c>',
  '<c r="A1" t="s"><v></v></c>',
  "<c r='A1'><v>1</v></c>",
  '<c r="$A$1"><v>1</v></c>',
  '<c r="A1048577"><v>1</v></c>',
  '<c r="A1" cm="1"><v>1</v></c>',
  '<c  r="A1"><v>1</v></c>',
  '<c r="A1" t="inlineStr"><is><r><t>张</t></r></is></c>',
  '<col min="1"/>',
])('leaves %s to a closer look', (cell) => {
  expect(plain(cell)).toBeUndefined();
});

const CELLS = [
  '<c r="B1" t="s"><v>0</v></c>',
  '<c r="B1" t="s"><v>007</v></c>',
  '<c r="B1" t="s"><v>1</v></c>',
  '<c r="B1" t="s"><v>99</v></c>',
  '<c r="B1"><v>511425198501010</v></c>',
  '<c r="B1"><v></v></c>',
  '<c r="B1"><v>n&amp;a</v></c>',
  '<c r="B1" s="1"><v>42000</v></c>',
  '<c r="B1" s="2"><v>7</v></c>',
  '<c r="B1" s="9"><v>7</v></c>',
  '<c r="B2" t="n"><v>7</v></c>',
  '<c><v>7</v></c>',
  '<c r="B1" t="inlineStr"><is><t>&lt;姓_x000D_名&gt;</t></is></c>',
  '<c r="B1" t="inlineStr"><is><t></t></is></c>',
];

it.each(CELLS)('%s is read as it is with another space in its tag', (cell) => {
  const strings = '<si><t>张三</t></si><si><t></t></si>';
  const styles =
    '<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="2" fontId="1"/></cellXfs>';
  const read = (written: string): unknown =>
    readWorkbook(
      makeWorkbook({
        sheets: { 一: `<row r="1"><c r="A1"><v>1</v></c>${written}<c r="C1" t="s"><v>0</v></c></row>` },
        strings: strings + '<si><t>李四</t></si>'.repeat(6),
        styles,
      }),
    );
  expect(read(cell)).toEqual(read(cell.replace('<c', '<c ').replace('<c >', '<c  >')));
});

it('one string in two columns is a cell in each', () => {
  const row = (n: number): string =>
    `<row r="${n}"><c r="A${n}" t="s"><v>0</v></c><c r="B${n}" t="s"><v>0</v></c></row>`;
  const read = readWorkbook(makeWorkbook({ sheets: { 一: row(1) + row(2) }, strings: '<si><t>张三</t></si>' }));
  const columns = read.ok ? read.workbook.sheets[0]?.rows.map(({ cells }) => cells.map(({ column }) => column)) : [];
  expect(columns).toEqual([
    [0, 1],
    [0, 1],
  ]);
});
