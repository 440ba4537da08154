import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { python, withFolder } from '../export/testing/foreign.node.ts';
import { problemWorkbook } from './problem-book.ts';

const place = { file: '甲.xlsx', url: 'in/%E7%94%B2.xlsx', sheet: "张's", cell: 'K7' };
const book = {
  problems: [{ place, name: '张三', field: '身份证号码', severity: 'error', message: '缺少', value: '=A1' } as const],
  conflicts: [{ name: '张三', idNumber: '1', field: '电话', value: '2', place, date: '2017-11-01' }],
  leftOut: [{ file: '甲.xlsx', sheet: '名册', place: '第 9 行', reason: '合计行', text: '合计' }],
  unread: [{ file: '乙.xls', reason: '旧版' }],
  silent: [{ township: '南城镇', village: '金牛村' }],
  absent: [],
};
const DUMP = `
import sys, json, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
ws = wb.worksheets[0]
print(json.dumps([wb.sheetnames, [c.value for c in ws[2]], ws['C2'].hyperlink.target, ws['C2'].hyperlink.location, ws['H2'].data_type]))`;

it('lists every problem with a link to its cell; lists without a line make no sheet', async () => {
  const bytes = await problemWorkbook(book);
  await withFolder((folder) => {
    const file = join(folder, 'p.xlsx');
    writeFileSync(file, bytes);
    const [names, line, target, location, type] = JSON.parse(python(DUMP, file));
    expect(names).toEqual(['问题', '需要核对', '未并入的行', '读不了的文件', '未报的村']);
    expect(line).toEqual(['甲.xlsx', "张's", 'K7', '张三', '身份证号码', '错误', '缺少', '=A1']);
    expect([target, location, type]).toEqual(['in/%E7%94%B2.xlsx', "'张''s'!K7", 's']);
  });
  expect(await problemWorkbook(book)).toEqual(bytes);
});

it('a text that no cell can hold is cut and says so', async () => {
  const [problem] = book.problems;
  if (problem === undefined) throw new Error('no problem');
  const bytes = await problemWorkbook({ ...book, problems: [{ ...problem, value: '长'.repeat(40_000) }] });
  await withFolder((folder) => {
    const file = join(folder, 'p.xlsx');
    writeFileSync(file, bytes);
    const text: string = JSON.parse(python(DUMP, file))[1][7];
    expect(text).toHaveLength(32_767);
    expect(text).toMatch(/^长+……（全文共 40000 字，.+）$/);
  });
});
