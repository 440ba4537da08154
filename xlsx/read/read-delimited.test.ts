import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitCells } from './delimited-text.ts';
import { readTables } from './read-tables.ts';

function cells(bytes: Uint8Array | string): string[][] {
  const read = readTables(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  if (!read.ok) throw new Error(read.error.code);
  return read.workbook.sheets[0]?.rows.map((row) => row.cells.map(({ text }) => text)) ?? [];
}

/** 姓名,性别 / 张三,男 in GB18030. */
const GB = Uint8Array.from([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd0, 0xd4, 0xb1, 0xf0, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xc4, 0xd0,
]);
const ROSTER = [
  ['姓名', '性别'],
  ['张三', '男'],
];

describe('text files', () => {
  it('are read in UTF-8 with and without a mark, GB18030 and UTF-16', () => {
    expect(cells('姓名,性别\n张三,男\n')).toEqual(ROSTER);
    expect(cells('\ufeff姓名,性别\r\n张三,男')).toEqual(ROSTER);
    expect(cells(GB)).toEqual(ROSTER);
    const wide = Uint8Array.from(
      [...'\ufeff姓名\t性别\r\n张三\t男'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    );
    expect(cells(wide)).toEqual(ROSTER);
  });

  it('keep delimiters and line ends within quotes, and digits as they stand', () => {
    expect(cells('姓名;备注;号码\n"张""三";"一;二\n三";="511425198501010002"\n')).toEqual([
      ['姓名', '备注', '号码'],
      ['张"三', '一;二\n三', '511425198501010002'],
    ]);
  });

  it('that are no table are not taken for one', () => {
    for (const text of ['名册请见附件。', '\u0000,\u0000', ''])
      expect(readTables(new TextEncoder().encode(text)).ok).toBe(false);
  });

  it('with one endless cell are refused', () => {
    const read = readTables(new TextEncoder().encode(`姓名,性别\n${'长'.repeat(40_000)},男`));
    expect(read).toEqual({ ok: false, error: { code: 'text-too-long' } });
  });
});

it('what a spreadsheet writes comes back, cell for cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', '"', ',', '\n', '\r', ' ', 'a'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const text = rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      const found: string[][] = [];
      splitCells(text, ',', (row, column, found_) => {
        const list = found[row - 1] ?? [];
        found[row - 1] = list;
        list[column] = found_;
        return true;
      });
      expect(found).toEqual(rows);
    }),
  );
});
