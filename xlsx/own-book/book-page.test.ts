import type { IWorksheetData } from '@univerjs/core';
import { expect, it } from 'vitest';
import { bookPage } from './book-page.ts';

/** A title over five columns, a header of two rows, one person, and below them lines with a border and nothing in them. */
function sheet(width: number): Partial<IWorksheetData> {
  const blank = Object.fromEntries([5, 6, 900].map((row) => [row, { 0: { s: 'line' }, 4: { s: 'line' } }]));
  return {
    cellData: {
      0: { 0: { v: '名册' } },
      2: { 0: { v: '序号' }, 1: { v: '姓名' } },
      3: { 1: { v: '曾用名' } },
      4: { 0: { v: 1 }, 1: { v: '张三' }, 5: { v: '' } },
      ...blank,
    },
    mergeData: [{ startRow: 0, endRow: 0, startColumn: 0, endColumn: 4 }],
    freeze: { xSplit: 0, ySplit: 4, startRow: 4, startColumn: -1 },
    columnData: Object.fromEntries([0, 1, 2, 3, 4].map((column) => [column, { w: width }])),
  };
}

it('prints what stands in cells, the header without its title on every page', () => {
  const page = bookPage(sheet(100), '<footer/>');
  expect(page.names).toEqual({ area: 'A1:E5', titles: [3, 4] });
  expect(page.setup).toMatch(/<footer\/>$/);
});

it('is upright where the columns have room, else lying and as wide as the page; hidden columns take no room', () => {
  expect(bookPage(sheet(140), '').properties).toBe('');
  expect(bookPage(sheet(140), '').setup).toContain('orientation="portrait"');
  expect(bookPage(sheet(150), '').properties).toContain('fitToPage="1"');
  expect(bookPage(sheet(150), '').setup).toContain('fitToHeight="0" orientation="landscape"');
  const hidden = { ...sheet(150), columnData: { ...sheet(150).columnData, 3: { w: 150, hd: 1 } } };
  expect(bookPage(hidden, '').properties).toBe('');
});

it('a sheet with nothing in it, or nothing frozen, has neither area nor headers', () => {
  expect(bookPage({}, '<footer/>').names).toEqual({});
  expect(
    bookPage({ ...sheet(100), freeze: { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 } }, '').names,
  ).toEqual({
    area: 'A1:E5',
  });
});
