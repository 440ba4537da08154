import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { python, withFolder } from '../export/testing/foreign.node.ts';
import { inlineRows, makeWorkbook } from '../read/made-workbook.ts';
import { checkWorkbook } from '../recognise/check-workbook.ts';
import { LI, OFFICIAL, pack, ZHANG } from '../recognise/made-roster.node.ts';
import { returnWorkbook } from './return-book.ts';

const SETTINGS = { county: '', unit: '', level: 'township', asOf: '2017-11-30' } as const;

function checked(bytes: Uint8Array) {
  const result = checkWorkbook(bytes, [pack], SETTINGS);
  if (!result.ok) throw new Error(result.error.code);
  return result.checked;
}

const SENT = makeWorkbook({
  sheets: {
    名册: inlineRows([
      ['附件1'],
      [...OFFICIAL, '民族情况'],
      [...ZHANG.with(11, '12345').with(13, '=1+1'), '汉'],
      [...LI, ''],
    ]),
  },
});

const MARKS = `
import sys, json, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
ws = wb.worksheets[0]
notes = {c.coordinate: c.comment.text for row in ws.iter_rows() for c in row if c.comment}
fills = {c.coordinate: c.fill.fgColor.rgb for row in ws.iter_rows(min_row=3) for c in row if c.fill.fill_type}
links = [c.hyperlink.location for c in wb.worksheets[1]['B'] if c.hyperlink]
heights = [ws.row_dimensions[n].height for n in (1, 3)] + [max(wb.worksheets[1].row_dimensions[n].height for n in range(2, 5))]
widths = [ws.column_dimensions[c].width for c in 'EKO']
page = [ws.print_title_rows, ws.oddFooter.center.text]
print(json.dumps([wb.sheetnames, notes, fills, ws['N3'].value, ws['N3'].data_type, links, [c.value for c in wb.worksheets[1][2]], heights, widths, page]))`;

it('a sender gets the own rows back with every mistake marked, and a list with links; openpyxl agrees', async () => {
  const book = checked(SENT);
  const bytes = await returnWorkbook(book.sheets, pack);
  await withFolder((folder) => {
    const file = join(folder, 'a.xlsx');
    writeFileSync(file, bytes);
    const [names, notes, fills, remark, type, links, line, heights, widths, page] = JSON.parse(python(MARKS, file));
    expect(names).toEqual(['名册', '问题清单']);
    expect(Object.keys(notes).sort()).toEqual(['K3', 'K4', 'L3']);
    expect(fills).toEqual({ K3: 'FFFFC7CE', K4: 'FFFFC7CE', L3: 'FFFFC7CE' });
    expect(notes.L3).toContain('12345');
    expect([remark, type]).toEqual(['=1+1', 's']);
    expect(links).toContain("'名册'!L3");
    // Who opens the file does not measure texts: what wraps has its height.
    expect(heights).toEqual([26, 18, 34]);
    expect(widths).toEqual([7, 21, 11]);
    expect(page).toEqual(['$2:$2', '第 &P 页　共 &N 页']);
    expect(line.slice(1, 5)).toEqual(['K3', '名册 K3', '张强', '身份证号码']);
  });
});

it('it is read like the file it came from', async () => {
  const book = checked(SENT);
  const back = checked(await returnWorkbook(book.sheets, pack));
  const plain = (sheets: typeof book.sheets) =>
    sheets.map(({ records, issues }) => [
      records.map(({ record: { id: _, ...rest } }) => rest),
      issues.map(({ rule, field }) => [rule, field]),
    ]);
  expect(plain(back.sheets)).toEqual(plain(book.sheets));
});

it('it is read like a file whose title, headings and rows between the people said what their columns do not', async () => {
  const cut = (row: readonly string[]): string[] => row.toSpliced(1, 2);
  const header = cut(OFFICIAL);
  const at = header.indexOf('姓名');
  const top = header.with(at, '人员基本情况').with(at + 1, '');
  const below = header
    .map(() => '')
    .with(at, '姓名')
    .with(at + 1, '性别');
  const rows = [['南城镇后备干部名册'], top, below, ['白虎村'], cut(ZHANG), ['兰沟社区'], cut(LI)];
  const tail = '<mergeCells><mergeCell ref="B2:C2"/></mergeCells>';
  const book = checked(makeWorkbook({ sheets: { 名册: inlineRows(rows) }, tail }));
  const people = (sheets: typeof book.sheets) =>
    sheets.flatMap(({ records }) =>
      records.map(({ record: { township, village, name, gender, phone } }) => [township, village, name, gender, phone]),
    );
  expect(people(book.sheets)).toEqual([
    ['南城镇', '白虎村', '张强', '男', ZHANG[11]],
    ['南城镇', '兰沟社区', '李芳', '女', LI[11]],
  ]);
  expect(people(checked(await returnWorkbook(book.sheets, pack)).sheets)).toEqual(people(book.sheets));
});
