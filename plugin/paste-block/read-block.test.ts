import { describe, expect, it } from 'vitest';
import { LARGE, readBlock } from './read-block.ts';

const lines = (n: number, line: string): string => Array.from({ length: n }, () => line).join('\r\n');
const excel = (body: string): string =>
  `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><style>td{color:black;mso-background-source:auto}</style>${body}`;

describe('readBlock', () => {
  it('takes large plain tables, cells with line breaks and quotes too', () => {
    const rows = readBlock({ textContent: `"王五\n书记"\t0012\r\n${lines(LARGE, 'a\tb')}` });
    expect(rows).toHaveLength(LARGE + 1);
    expect(rows?.[0]).toEqual(['王五\n书记', '0012']);
    expect(rows?.[1]).toEqual(['a', 'b']);
    expect(readBlock({ textContent: lines(LARGE, 'a'), htmlContent: excel('<table>') })).toHaveLength(LARGE);
  });

  it('puts what is merged down into every row, whatever else is merged', () => {
    const texts = `南城镇\t白虎村\t张一\n\t\t李二\n\t金牛村\t王三\n西龙镇\t\t赵四\n${lines(LARGE, '\t\ta')}`;
    const row = (cells: string): string => `<tr height=19>${cells}</tr>`;
    const html = excel(
      `<table><col width=72 span=3>${row("<td rowspan=3 class=xl65>南城镇</td><td rowspan='2'>白虎村<td>张一")}${row('<td>李二</td>')}${row('<td>金牛村</td><td>王三</td>')}${row('<td colspan="2">西龙镇</td><td>赵四</td>')}${row('<td></td><td></td><td>a</td>').repeat(LARGE)}<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td><td></td></tr><![endif]></table>`,
    );
    const rows = readBlock({ textContent: texts, htmlContent: html });
    expect(rows?.slice(0, 5)).toEqual([
      ['南城镇', '白虎村', '张一'],
      ['南城镇', '白虎村', '李二'],
      ['南城镇', '金牛村', '王三'],
      ['西龙镇', '', '赵四'],
      ['', '', 'a'],
    ]);
  });

  it.each([
    ['few rows', { textContent: lines(LARGE - 1, 'a\tb') }],
    ['nothing', {}],
    ['a file', { textContent: lines(LARGE, 'a'), files: [1] }],
    [
      'merged cells that do not fit',
      { textContent: lines(LARGE, 'a'), htmlContent: excel('<table><tr><td rowspan=2>') },
    ],
    ['a picture', { textContent: lines(LARGE, 'a'), htmlContent: excel('<td><img src="x">') }],
    ['colours of whole rows', { textContent: lines(LARGE, 'a'), htmlContent: excel("<tr style='background:yellow'>") }],
    ['a word processor', { textContent: lines(LARGE, 'a'), htmlContent: '<p class=MsoNormal>' }],
    ['a copy out of the sheet', { textContent: lines(LARGE, 'a'), htmlContent: excel('<table data-copy-id="x">') }],
  ])('leaves %s to the spreadsheet', (_, pasted) => {
    expect(readBlock(pasted)).toBeNull();
  });
});
