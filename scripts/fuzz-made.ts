import { strToU8 } from 'fflate';
import { bookOf, plainPhoto, testPerson } from '../xlsx/form/testing/forms.node.ts';
import { inlineRows, makeWorkbook } from '../xlsx/read/made-workbook.ts';
import { makeOds, odsRow, odsText } from '../xlsx/read/ods/testing/made-ods.ts';
import { RECORD } from '../xlsx/read/xls/records.ts';
import {
  f64,
  formula,
  label,
  makeXls,
  number,
  record,
  shared,
  strings,
  u16,
  u32,
  wide,
} from '../xlsx/read/xls/testing/biff-writer.ts';

const HEADER = ['序号', '乡镇', '村(社区)', '姓名', '性别', '出生年月', '学历', '身份证号码', '联系电话'];
const ROW = ['1', '南城镇', '白虎村', '张三', '女', '1986.06', '本科', '510104198606111483', '13800000001'];
const ROWS = [['名册'], HEADER, ROW, ROW.with(3, '李四'), ['合计']];

/** Workbooks to begin with: a roster in each of the formats that are read, and filled forms with photos. */
export async function madeWorkbooks(): Promise<Uint8Array[]> {
  const sheets = { 名册: inlineRows(ROWS), 说明: inlineRows([['注：']]) };
  const tail = '<mergeCells><mergeCell ref="A1:I1"/><mergeCell ref="C3:C4"/></mergeCells>';
  const forms = [plainPhoto(40, 90, 160), plainPhoto(90, 40, 160)].map((photo, n) => testPerson(`王${n}`, { photo }));
  return [
    makeWorkbook({ sheets, tail }),
    await bookOf(forms),
    strToU8([HEADER, ROW].map((r) => r.join(',')).join('\r\n')),
    oldWorkbook(),
    oldWorkbook(0x0500),
    openDocument(),
    strToU8(webPage()),
    strToU8(spreadsheetXml()),
  ];
}

/** Records of each kind that is read. */
function oldWorkbook(version = 0x0600): Uint8Array {
  const texts = ROWS.flat();
  const table = strings(texts.length, texts.slice(0, 9).flatMap(unicode), texts.slice(9).flatMap(unicode));
  let index = 0;
  const cells = ROWS.flatMap((row, at) => row.map((_, column) => shared(at, column, index++)));
  const kinds = [
    label(7, 0, '审核人：王五'),
    number(7, 1, 1986.06),
    formula(7, 2, f64(31)),
    formula(7, 3, [0, 0, 0, 0, 0, 0, 0xff, 0xff]),
    record(RECORD.string, ...u16(2), 1, ...wide('本科')),
    record(RECORD.mergedCells, ...u16(1, 0, 0, 0, 8)),
    record(RECORD.multipleRk, ...u16(8, 0, 0), ...u32(6), ...u16(1), ...u32(7), ...u16(1)),
  ];
  const globals = [record(RECORD.font, ...u16(200, 8)), record(RECORD.extendedFormat, ...u16(0, 2, 0, 0)), table];
  return makeXls({ sheets: [{ name: 'A', cells: [...cells, ...kinds] }], globals, version });
}

const unicode = (text: string): number[] => [...u16(text.length), 1, ...wide(text)];

function openDocument(): Uint8Array {
  const style = '<style:style style:name="a" style:family="table-cell" style:parent-style-name="a"/>';
  const rows = ROWS.map((row) => odsRow(...row.map((text) => odsText(text, 'table:style-name="a"'))));
  const blank =
    '<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="99"/></table:table-row>';
  return makeOds({ tables: { 名册: `<table:table-column/>${rows.join('')}${blank}` }, styles: style });
}

function webPage(): string {
  const rows = ROWS.map((row) => `<tr>${row.map((text) => `<td colspan="1">${text}</td>`).join('')}</tr>`);
  return `<html><head><meta charset="utf-8"><style>td{}</style></head><body><table>${rows.join('')}</table><p>审核人</p></body></html>`;
}

function spreadsheetXml(): string {
  const cells = (row: readonly string[]): string[] =>
    row.map((text, n) => `<Cell ss:Index="${n + 1}"><Data ss:Type="String">${text}</Data></Cell>`);
  const rows = ROWS.map((row, n) => `<Row ss:Index="${n + 1}">${cells(row).join('')}</Row>`);
  const space = 'urn:schemas-microsoft-com:office:spreadsheet';
  return `<?xml version="1.0"?><Workbook xmlns="${space}" xmlns:ss="${space}"><Worksheet ss:Name="名册"><Table>${rows.join('')}</Table></Worksheet></Workbook>`;
}
