import { expect, test } from 'vitest';
import { lineCount, rowHeights } from './row-height.ts';

test('lines by width: full-width characters, whole words, line feeds', () => {
  expect(lineCount('一二三四五', 5)).toBe(1);
  expect(lineCount('一二三四五六', 5)).toBe(2);
  expect(lineCount('一\n二\n', 5)).toBe(3);
  expect(lineCount('511130199005010018', 11)).toBe(1);
  expect(lineCount('一 WPS2019 abcdef', 5)).toBe(3);
  expect(lineCount('x'.repeat(100), 5)).toBe(12);
});

test('a row is as high as its longest text needs, and never lower than the template says', () => {
  const heights = rowHeights([{ index: 1, width: 55, fontSize: 11 }], 24);
  expect(heights.attributes(['long unbound text '.repeat(20), '一二三'])).toBe(' ht="24" customHeight="1"');
  expect(heights.attributes([1, '一二三四五六七八九十一'])).toBe(' ht="49" customHeight="1"');
  expect(heights.attributes([1, '村'.repeat(10_000)])).toBe(' ht="409" customHeight="1"');
  expect(rowHeights([], undefined).attributes(['一'])).toBe('');
});
