import { describe, expect, it } from 'vitest';
import { readTables } from '../read-tables.ts';
import type { Sheet, Workbook } from '../types.ts';
import { RECORD } from './records.ts';
import {
  cell,
  f64,
  formula,
  label,
  type MadeBook,
  makeStream,
  makeXls,
  narrow,
  number,
  record,
  shared,
  strings,
  text,
  u16,
  u32,
  wide,
} from './testing/biff-writer.ts';
import { makeCompound } from './testing/compound-writer.ts';

function read(bytes: Uint8Array): Workbook {
  const result = readTables(bytes);
  if (!result.ok) throw new Error(result.error.code);
  return result.workbook;
}

function codeOf(bytes: Uint8Array): string {
  const result = readTables(bytes);
  return result.ok ? 'ok' : result.error.code;
}

/** A book of one sheet with these cells, and its only sheet read. */
function only(cells: readonly (readonly number[])[], rest: Partial<MadeBook> = {}): Sheet {
  const [sheet] = read(makeXls({ sheets: [{ name: '名册', cells }], ...rest })).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** Rows as `3: A=… C=…`. */
function shown({ rows }: Pick<Sheet, 'rows'>): string[] {
  return rows.map(({ row, cells }) => `${row}: ${cells.map((c) => `${'ABCDEFGH'[c.column]}=${c.text}`).join(' ')}`);
}

const format = (id: number, code: string): number[] => record(RECORD.format, ...u16(id), ...text(code));
const style = (font: number, id: number): number[] =>
  record(RECORD.extendedFormat, ...u16(font, id), ...Array(16).fill(0));
const font = (flags: number): number[] => record(RECORD.font, ...u16(200, flags), ...Array(12).fill(0));

describe('an .xls', () => {
  it('has its sheets in their order, hidden ones marked, charts left out', () => {
    const book = read(
      makeXls({
        sheets: [
          { name: '名册', cells: [label(0, 0, '姓名')] },
          { name: '图', cells: [], kind: 2 },
          { name: '旧', cells: [label(1, 1, '张三')], state: 2 },
        ],
      }),
    );
    expect(book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['名册', false],
      ['旧', true],
    ]);
    expect(book.sheets.map(shown)).toEqual([['1: A=姓名'], ['2: B=张三']]);
    expect(book.sheets[0]).toEqual({
      name: '名册',
      hidden: false,
      rows: [{ row: 1, cells: [{ column: 0, text: '姓名', kind: 'text' }] }],
      merges: [],
    });
    expect(book.customXml).toEqual([]);
  });

  it('shows numbers as their formats do, also those packed into four bytes', () => {
    const globals = [
      format(164, '0.00'),
      format(165, 'yyyy"年"m"月"'),
      ...[0, 164, 165, 49, 14].map((id) => style(0, id)),
    ];
    const rk = (value: number, flags: number): number[] => u32(((value << 2) | flags) >>> 0);
    const sheet = only(
      [
        cell(RECORD.rk, 0, 0, 1, ...rk(199310, 3)),
        number(0, 1, 1993.1, 1),
        number(0, 2, 32994, 2),
        number(0, 3, 5.1142519850101e17),
        number(1, 0, 13712345678, 3),
        record(
          RECORD.multipleRk,
          ...u16(1, 1, 0),
          ...rk(-5, 2),
          ...u16(1),
          ...rk(25, 2),
          ...u16(4),
          ...rk(32994, 2),
          ...u16(3),
        ),
        cell(RECORD.rk, 2, 0, 0, ...u32(0x3ff80000)),
        number(2, 1, Number.NaN),
      ],
      { globals },
    );
    expect(shown(sheet)).toEqual([
      '1: A=1993.10 B=1993.10 C=1990-05-01 D=5.1142519850101E+17',
      '2: A=13712345678 B=-5 C=25.00 D=1990-05-01',
      '3: A=1.5 B=#NUM!',
    ]);
    expect(sheet.rows[0]?.cells.map(({ kind }) => kind)).toEqual(['number', 'number', 'date', 'number']);
  });

  it('counts days from 1904 where it says so', () => {
    const globals = [record(RECORD.dateMode, ...u16(1)), style(0, 14)];
    expect(shown(only([number(0, 0, 0), number(0, 1, 31532)], { globals }))).toEqual(['1: A=1904-01-01 B=1990-05-01']);
  });

  it('has strings of one byte and of two, with fonts and pronunciation, across records that say it anew', () => {
    const rich = [...u16(2), 0x0d, ...u16(1), ...u32(6), ...wide('张三'), ...u16(0, 5), ...Array(6).fill(9)];
    const table = strings(
      5,
      [...rich, ...u16(4), 0, ...narrow('ab')],
      // The rest of the letters has two bytes each now, then what follows has one.
      [1, ...wide('村村'), ...u16(6), 1, ...wide('白虎')],
      [0, ...narrow('cdef'), ...u16(3), 8, ...u16(2), ...narrow('x\ny'), ...Array(5).fill(0)],
      [...Array(3).fill(0), ...u16(1), 0],
      [0, ...narrow('z')],
    );
    const cells = [0, 1, 2, 3, 4].map((n) => shared(0, n, n));
    expect(shown(only(cells, { globals: [table] }))).toEqual(['1: A=张三 B=ab村村 C=白虎cdef D=x\ny E=z']);
  });

  it('shows the last results of formulas: numbers, texts in a record behind, truth, errors, nothing', () => {
    const other = (kind: number, value = 0): number[] => [kind, 0, value, 0, 0, 0, 0xff, 0xff];
    const sheet = only([
      formula(0, 0, f64(31)),
      formula(0, 1, other(0)),
      // Shared by several cells: a record between the formula and its text.
      record(0x04bc, 0, 0),
      record(RECORD.string, ...u16(3), 1, ...wide('南城')),
      record(RECORD.continue, 1, ...wide('镇')),
      formula(0, 2, other(1, 1)),
      formula(0, 3, other(2, 0x2a)),
      formula(0, 4, other(3)),
      cell(RECORD.booleanOrError, 0, 5, 0, 0, 0),
      cell(RECORD.booleanOrError, 0, 6, 0, 0x17, 1),
    ]);
    expect(shown(sheet)).toEqual(['1: A=31 B=南城镇 C=TRUE D=#N/A F=FALSE G=#REF!']);
    expect(sheet.rows[0]?.cells.map(({ kind }) => kind)).toEqual([
      'number',
      'text',
      'boolean',
      'error',
      'boolean',
      'error',
    ]);
  });

  it('a bare reference that nobody calculated shows what it refers to', () => {
    const blank = [3, 0, 0, 0, 0, 0, 0xff, 0xff];
    const reference = (row: number, column: number): number[] => [0x44, ...u16(row, column | 0xc000)];
    const sheet = only([
      label(0, 0, '白虎村'),
      formula(1, 0, blank, reference(0, 0)),
      formula(2, 0, blank, reference(1, 0)),
      formula(3, 0, blank, reference(9, 0)),
      label(3, 1, '张三'),
    ]);
    expect(shown(sheet)).toEqual(['1: A=白虎村', '2: A=白虎村', '3: A=白虎村', '4: B=张三']);
    expect(sheet.uncalculated).toBeUndefined();
  });

  it('has its merged cells and what is crossed out; font 4 does not exist', () => {
    const globals = [...[0, 0, 0, 0, 8].map(font), style(0, 0), style(5, 0)];
    const sheet = only(
      [
        label(0, 0, '张三', 1),
        label(0, 1, '李四'),
        label(1, 0, '', 1),
        record(RECORD.mergedCells, ...u16(1, 0, 2, 3, 4)),
      ],
      { globals },
    );
    expect(sheet.struck).toEqual([{ row: 1, column: 0 }]);
    expect(sheet.merges).toEqual([{ top: 1, bottom: 3, left: 3, right: 4 }]);
  });

  it('passes over charts that stand in a sheet, and takes cells in any order, the later of two', () => {
    const chart = [
      record(RECORD.begin, ...u16(0x0600, 0x20), ...Array(12).fill(0)),
      label(0, 0, '图'),
      record(RECORD.eof),
    ];
    const sheet = only([label(2, 1, '乙'), label(2, 0, '旧'), ...chart, label(0, 0, '甲'), label(2, 0, '新\r\n行')]);
    expect(shown(sheet)).toEqual(['1: A=甲', '3: A=新\n行 B=乙']);
  });
});

describe('a workbook of Excel 95', () => {
  const gbk = [0xd0, 0xd5, 0xc3, 0xfb];
  const bytes = (codePage: readonly (readonly number[])[], written: readonly number[]): string[] =>
    shown(
      only([cell(RECORD.label, 0, 0, 0, ...u16(written.length), ...written)], {
        globals: codePage,
        sheets: [{ name: 'A', cells: [cell(RECORD.label, 0, 0, 0, ...u16(written.length), ...written)] }],
        version: 0x0500,
      }),
    );
  const page = (number: number): number[] => record(RECORD.codePage, ...u16(number));

  it('has its texts in the code page it names; Chinese under a western name is Chinese', () => {
    expect(bytes([page(936)], gbk)).toEqual(['1: A=姓名']);
    expect(bytes([page(1252)], gbk)).toEqual(['1: A=姓名']);
    expect(bytes([], [...new TextEncoder().encode('姓名')])).toEqual(['1: A=姓名']);
    expect(bytes([page(950)], [0xa9, 0x6d])).toEqual(['1: A=姓']);
    expect(bytes([page(1252)], [0x41, 0xff])).toEqual(['1: A=Aÿ']);
  });

  it('without a file around it, as web systems write it, is one sheet', () => {
    const stream = [
      ...record(RECORD.begin, ...u16(0, 0x10, 0, 0)),
      ...cell(RECORD.label, 0, 0, 0, ...u16(4), ...gbk),
      ...number(1, 0, 13712345678),
      ...record(RECORD.eof),
    ];
    const [sheet] = read(Uint8Array.from(stream)).sheets;
    expect(sheet && shown(sheet)).toEqual(['1: A=姓名', '2: A=13712345678']);
    expect(sheet?.name).toBe('工作表');
  });
});

describe('what is no workbook that can be read says what it is', () => {
  const book = makeStream({ sheets: [{ name: 'A', cells: [label(0, 0, '姓名')] }] });
  const packed = (...names: readonly string[]): Uint8Array =>
    makeCompound(names.map((name) => ({ name, bytes: book })));

  it('with a password, of Word, of a time before Excel 5, of another program', () => {
    const locked = { sheets: [], globals: [record(RECORD.filePass, ...u16(0, 1, 2))] };
    expect(codeOf(makeXls(locked))).toBe('encrypted');
    expect(codeOf(packed('EncryptionInfo', 'EncryptedPackage'))).toBe('encrypted');
    expect(codeOf(packed('WordDocument'))).toBe('word');
    expect(codeOf(packed('PowerPoint Document'))).toBe('not-a-zip');
    expect(codeOf(Uint8Array.from([0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0, 0, 0]))).toBe('xls');
  });

  it('a document of Word with a table of Excel in it is one of Word', () => {
    const both = makeCompound([
      { name: 'WordDocument', bytes: book },
      { name: 'Workbook', bytes: book, embedded: true },
    ]);
    expect(codeOf(both)).toBe('word');
  });

  it('cut off or broken', () => {
    expect(codeOf(packed('Workbook'))).toBe('ok');
    expect(codeOf(makeCompound([{ name: 'Workbook', bytes: book.subarray(0, book.length - 4) }]))).toBe('damaged');
    expect(codeOf(packed('Workbook').subarray(0, 1_500))).toBe('truncated');
    expect(codeOf(makeXls({ sheets: [{ name: 'A', cells: [shared(0, 0, 3)] }] }))).toBe('damaged');
    expect(codeOf(makeXls({ sheets: [{ name: 'A', cells: [label(0, 0, '姓名').slice(0, -2)] }] }))).toBe('damaged');
  });
});
