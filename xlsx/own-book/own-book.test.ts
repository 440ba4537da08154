import type { IWorkbookData } from '@univerjs/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { libreOffice, python, withFolder } from '../export/testing/foreign.node.ts';
import { readWorkbook } from '../read/read-workbook.ts';
import { readIdentity } from '../splice/custom-part.ts';
import { toSnapshot } from '../univer/to-snapshot.ts';
import { ownBook } from './own-book.ts';

const line = { s: 1, cl: { rgb: '#000000' } };
const BOOK: Pick<IWorkbookData, 'sheets' | 'sheetOrder' | 'styles' | 'defaultStyle'> = {
  defaultStyle: { ff: '宋体', fs: 11 },
  styles: {
    text: { n: { pattern: '@' }, bd: { l: line, r: line, t: line, b: line }, ht: 2, vt: 2, tb: 3, ff: '仿宋_GB2312' },
    loud: { bg: { rgb: 'rgb(255, 255, 0)' }, cl: { rgb: '#FF0000' }, bl: 1, it: 1, ul: { s: 1 }, st: { s: 1 }, fs: 16 },
    money: { n: { pattern: '#,##0.00' }, tr: { a: -90 } },
  },
  sheetOrder: ['a', 'b'],
  sheets: {
    a: {
      id: 'a',
      name: '名册',
      cellData: {
        0: { 0: { v: '题 <&> "目"', s: 'loud' } },
        1: { 0: { v: '序号' }, 1: { v: '号码' } },
        2: {
          0: { v: 1, t: 2 },
          1: { v: '511425198501010002', t: 1, s: 'text' },
          2: { v: '0012\n行', t: 1, s: 'text' },
        },
        4: { 1: { v: ' 1990.10 ', t: 1, s: 'text' }, 2: { v: 3, t: 2, f: '=A3+2', s: 'money' }, 3: { v: 1, t: 3 } },
      },
      mergeData: [{ startRow: 0, endRow: 0, startColumn: 0, endColumn: 2 }],
      rowData: { 0: { h: 40 }, 3: { hd: 1 } },
      columnData: { 1: { w: 160 }, 4: { hd: 1, w: 80 } },
      freeze: { xSplit: 0, ySplit: 2, startRow: 2, startColumn: -1 },
    },
    b: { id: 'b', name: '我的:笔记', hidden: 1, cellData: { 0: { 0: { v: '随手记' } } } },
  },
};
const IDENTITY = { pack: 'p', template: 'roster', version: '1', sheet: '名册', firstRow: 3 };

let bytes: Uint8Array;
beforeAll(async () => {
  const notes = new Map([['a', [{ row: 2, column: 1, text: '核对过' }]]]);
  const made = await ownBook({ book: BOOK, notes, identity: IDENTITY, ids: ['x', '', 'y'] });
  if (!made.ok) throw new Error(made.error.code);
  bytes = made.value;
});

describe('ownBook', () => {
  it('says the same to openpyxl: texts, numbers, looks, sizes, notes, what is hidden and frozen', async () => {
    const seen = await withFolder(async (folder) => {
      const { writeFile } = await import('node:fs/promises');
      await writeFile(`${folder}/a.xlsx`, bytes);
      return JSON.parse(
        python(
          `import json,sys,openpyxl
w=openpyxl.load_workbook(sys.argv[1]); s=w['名册']; c=s['B3']; t=s['A1']
print(json.dumps({'names':w.sheetnames,'states':[x.sheet_state for x in w],'values':[[x.value for x in r] for r in s['A3:D5']],
'b3':[c.number_format,c.font.name,c.border.left.style,c.alignment.horizontal,c.alignment.vertical,c.alignment.wrap_text,c.comment.text],
'a1':[t.value,t.fill.fgColor.rgb,t.font.color.rgb,t.font.b,t.font.i,t.font.u,t.font.strike,t.font.sz],
'c5':[s['C5'].number_format,s['C5'].alignment.textRotation],'merge':str(s.merged_cells),'freeze':s.freeze_panes,
'height':s.row_dimensions[1].height,'hidden':[s.row_dimensions[4].hidden,s.column_dimensions['E'].hidden],'width':s.column_dimensions['B'].width,
'page':[s.print_title_rows,s.print_area,s.page_setup.orientation,s.page_setup.paperSize,s.oddFooter.center.text]}))`,
          `${folder}/a.xlsx`,
        ),
      );
    });
    expect(seen).toEqual({
      names: ['名册', '我的_笔记'],
      states: ['visible', 'hidden'],
      values: [
        [1, '511425198501010002', '0012\n行', null],
        [null, null, null, null],
        [null, ' 1990.10 ', '=A3+2', true],
      ],
      b3: ['@', '仿宋_GB2312', 'thin', 'center', 'center', true, '核对过'],
      a1: ['题 <&> "目"', 'FFFFFF00', 'FFFF0000', true, true, 'single', true, 16],
      c5: ['#,##0.00', 90],
      merge: 'A1:C1',
      freeze: 'A3',
      height: 30,
      hidden: [true, true],
      width: 20,
      page: ['$2:$2', ['$A$1:$D$5'], 'portrait', 9, '第 &P 页　共 &N 页'],
    });
  });

  it('opens in LibreOffice, which counts its formula', async () => {
    const csv = await withFolder((folder) => new TextDecoder().decode(libreOffice(folder, bytes, 'csv')));
    expect(csv).toContain('511425198501010002');
    expect(csv).toContain('3.00');
  });

  it('comes back: the same cells as a snapshot, the ids beside their rows', async () => {
    const back = await toSnapshot(bytes, { sheet: '名册', sheetId: 'a' });
    if (!back.ok) throw new Error(back.error.code);
    const cell = back.value.sheets['a']?.cellData?.[2]?.[1];
    expect(cell).toMatchObject({ v: '511425198501010002', t: 1 });
    expect(back.value.styles[String(cell?.s)]).toMatchObject({ n: { pattern: '@' }, ff: '仿宋_GB2312' });
    const read = readWorkbook(bytes);
    if (!read.ok) throw new Error(read.error.code);
    expect(readIdentity(read.workbook.customXml[0] ?? '')).toEqual({ ...IDENTITY, ids: ['x', '', 'y'] });
  });

  it('refuses a text that no cell of a file can hold, and says where it stands', async () => {
    const sheets = { b: { ...BOOK.sheets['b'], id: 'b', cellData: { 6: { 2: { v: '长'.repeat(32_768) } } } } };
    expect(await ownBook({ book: { ...BOOK, sheets, sheetOrder: ['b'] }, notes: new Map() })).toEqual({
      ok: false,
      error: { code: 'text-too-long', place: '我的:笔记 C7' },
    });
  });

  it('gives the same bytes for the same book', async () => {
    const again = await ownBook({ book: BOOK, notes: new Map(), identity: IDENTITY, ids: [] });
    expect(await ownBook({ book: BOOK, notes: new Map(), identity: IDENTITY, ids: [] })).toEqual(again);
  });
});
