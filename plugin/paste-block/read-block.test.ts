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

  it.each([
    ['few rows', { textContent: lines(LARGE - 1, 'a\tb') }],
    ['nothing', {}],
    ['a file', { textContent: lines(LARGE, 'a'), files: [1] }],
    ['merged cells', { textContent: lines(LARGE, 'a'), htmlContent: excel('<td rowspan=2>') }],
    ['colours', { textContent: lines(LARGE, 'a'), htmlContent: excel("<td style='background:yellow'>") }],
    ['coloured letters', { textContent: lines(LARGE, 'a'), htmlContent: excel('<font style="color:red">') }],
    ['a word processor', { textContent: lines(LARGE, 'a'), htmlContent: '<p class=MsoNormal>' }],
    ['a copy out of the sheet', { textContent: lines(LARGE, 'a'), htmlContent: excel('<table data-copy-id="x">') }],
  ])('leaves %s to the spreadsheet', (_, pasted) => {
    expect(readBlock(pasted)).toBeNull();
  });
});
