import { LocaleType, Univer, UniverInstanceType, type Workbook } from '@univerjs/core';
import { beforeAll, expect, test } from 'vitest';
import { foreignTemplate } from '../export/testing/foreign-template.node.ts';
import { housePack } from '../export/testing/project.node.ts';
import { type Snapshot, type SnapshotOptions, toSnapshot } from './to-snapshot.ts';

let roster: Uint8Array;
beforeAll(async () => {
  const template = (await housePack()).templates.get('roster');
  if (template === undefined) throw new Error('no template');
  roster = template.workbook;
});

async function snapshot(bytes: Uint8Array, options: SnapshotOptions = {}): Promise<Snapshot> {
  const result = await toSnapshot(bytes, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A sheet's cell with its style looked up. */
function look(data: Snapshot, row: number, column: number, sheet = 'sheet') {
  const cell = data.sheets[sheet]?.cellData?.[row]?.[column];
  const style = typeof cell?.s === 'string' ? data.styles[cell.s] : cell?.s;
  return { value: cell?.v, type: cell?.t, style };
}

test('the roster as Univer shows it', async () => {
  const data = await snapshot(roster, { sheetId: 'roster', extraRows: 30, likeRow: 4 });
  const sheet = data.sheets.roster;
  expect(data.sheetOrder).toEqual(['roster']);
  expect(sheet).toMatchObject({ name: '名册', rowCount: 53, columnCount: 20, hidden: 0 });
  expect(sheet?.mergeData).toEqual([{ startRow: 1, endRow: 1, startColumn: 0, endColumn: 13 }]);
  expect(sheet?.freeze).toEqual({ xSplit: 0, ySplit: 3, startRow: 3, startColumn: -1 });
  expect(sheet?.columnData?.[10]?.w).toBe(159);
  expect(sheet?.rowData?.[1]?.h).toBe(53);
  expect(look(data, 0, 0, 'roster')).toMatchObject({
    value: '附件 1',
    type: 1,
    style: { ff: '黑体', fs: 16, ht: 1, vt: 2 },
  });
  expect(look(data, 1, 0, 'roster')).toMatchObject({
    value: '青神县村级后备干部名册',
    style: { ff: '方正小标宋简体', fs: 22, ht: 2 },
  });
  expect(look(data, 2, 12, 'roster')).toMatchObject({ value: '结对干部姓名及职务', style: { ff: '黑体', tb: 3 } });
  const line = { s: 1, cl: { rgb: '#000000' } };
  const body = { ff: '仿宋_GB2312', fs: 11, n: { pattern: '@' }, bd: { l: line, r: line, t: line, b: line } };
  // Blank rows of the template, and the rows added below them.
  for (const row of [3, 22, 23, 52]) {
    expect(look(data, row, 10, 'roster').style).toMatchObject(body);
    expect(look(data, row, 0, 'roster').style?.n).toBeUndefined();
    expect(sheet?.rowData?.[row]?.h).toBe(32);
  }
  const column = sheet?.columnData?.[10]?.s;
  expect(typeof column === 'string' ? data.styles[column] : column).toMatchObject({
    ff: '仿宋_GB2312',
    n: { pattern: '@' },
  });
});

test('added rows do not share their cells', async () => {
  const { sheets } = await snapshot(roster, { extraRows: 2, likeRow: 4 });
  const cells = sheets.sheet?.cellData;
  expect(cells?.[23]?.[1]).toEqual(cells?.[24]?.[1]);
  expect(cells?.[23]?.[1]).not.toBe(cells?.[24]?.[1]);
});

test('an attachment of another house: numbers, formulas, wrapped headers, several sheets', async () => {
  const change = `
from openpyxl.styles import Alignment, PatternFill
ws['C5'].alignment = Alignment(textRotation=255); ws['D5'].fill = PatternFill('solid', fgColor='FFFFFF00'); ws['D5'].font = Font(bold=True, italic=True, underline='single', strike=True, color='FF00FF00')
ws.column_dimensions['B'].hidden = True; ws.row_dimensions[2].hidden = True; other.sheet_state = 'hidden'; ws['G1'] = True; ws['G2'] = 1.5; ws['G2'].number_format = '0.00%'`;
  const data = await snapshot(await foreignTemplate(change), { sheet: '推荐 表', headerRow: 5 });
  expect(data.sheetOrder).toEqual(['sheet', 'sheet-2']);
  expect(data.sheets['sheet-2']).toMatchObject({ name: '汇总', hidden: 1 });
  expect(data.sheets.sheet?.freeze).toMatchObject({ ySplit: 5, startRow: 5 });
  expect(data.sheets.sheet?.mergeData?.length).toBe(7);
  expect(look(data, 5, 0)).toMatchObject({ value: 1, type: 2 });
  expect(data.sheets.sheet?.cellData?.[9]?.[1]?.f).toBe('=COUNTA(B6:B9)&"人"');
  expect(look(data, 4, 2).style?.tr).toEqual({ a: 0, v: 1 });
  expect(look(data, 4, 3).style).toMatchObject({
    bg: { rgb: '#FFFF00' },
    bl: 1,
    it: 1,
    ul: { s: 1 },
    st: { s: 1 },
    cl: { rgb: '#00FF00' },
  });
  expect(look(data, 0, 6)).toMatchObject({ value: 1, type: 3 });
  expect(look(data, 1, 6)).toMatchObject({ value: 1.5, type: 2, style: { n: { pattern: '0.00%' } } });
  expect(data.sheets.sheet?.columnData?.[1]?.hd).toBe(1);
  expect(data.sheets.sheet?.rowData?.[1]?.hd).toBe(1);
});

test('Univer loads it, and what is below the table is text', async () => {
  const univer = new Univer({ locale: LocaleType.ZH_CN });
  const data = await snapshot(roster, { workbookId: 'book', extraRows: 10, likeRow: 4 });
  const book = univer.createUnit<Snapshot, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
  const sheet = book.getActiveSheet();
  expect(book.getUnitId()).toBe('book');
  expect(sheet?.getCell(1, 0)?.v).toBe('青神县村级后备干部名册');
  expect(sheet?.getMergedCell(1, 5)).toMatchObject({ startColumn: 0, endColumn: 13 });
  expect(sheet?.getComposedCellStyle(30, 10).n).toEqual({ pattern: '@' });
  expect(sheet?.getRowHeight(1)).toBe(53);
  univer.dispose();
});

test('what is no workbook is refused', async () => {
  expect(await toSnapshot(new TextEncoder().encode('no'))).toMatchObject({ ok: false, error: { code: 'unreadable' } });
  expect(await toSnapshot(roster, { sheet: '别的' })).toMatchObject({ ok: false, error: { code: 'no-such-sheet' } });
});
