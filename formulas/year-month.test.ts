import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMonth } from './calendar.ts';
import { readMonth, showReading } from './year-month.ts';

const read = (text: string): string | undefined => {
  const reading = readMonth(text, 2017);
  return reading && showReading(reading);
};

test('every spelling of a month is that month', () => {
  const month = fc.record({
    y: fc.integer({ min: 1930, max: 2017 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 28 }),
  });
  fc.assert(
    fc.property(month, ({ y, m, d }) => {
      const mm = String(m).padStart(2, '0');
      const dd = String(d).padStart(2, '0');
      const wide = (text: string): string =>
        text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      const spellings = [
        `${y}.${mm}`,
        `${y}年${m}月`,
        `${y}年${mm}月`,
        `${y} 年 ${m} 月`,
        `${y}年${m}月${d}日`,
        `${y}/${m}/${d}`,
        `${y}/${mm}`,
        `${y}-${mm}`,
        `${y}-${mm}-${dd}`,
        `${y}-${mm}-${dd} 00:00:00`,
        `${y}-${mm}-${dd}T00:00:00`,
        `${y}${mm}`,
        `${y}${mm}${dd}`,
        `${y}.${mm}.${dd}`,
        `${y}。${mm}`,
        `${y}．${mm}`,
        `${y}、${m}`,
        `${y},${mm}`,
        `'${y}.${mm}`,
        ` ${y}.${mm} `,
        wide(`${y}.${mm}`),
        `${y}年${m}月份`,
        `${y}年${m}月生`,
        `${y}年.${mm}月`,
        `${y}\\${mm}`,
        `${y}—${mm}`,
        `${m}/${y}`,
        `${y} ${mm}`,
      ];
      expect(spellings.map((text) => [text, read(text)])).toEqual(spellings.map((text) => [text, formatMonth(y, m)]));
    }),
  );
});

test.each([
  ['90.05', '1990.05'],
  ['90年5月', '1990.05'],
  ['1990.05（27岁）', '1990.05'],
  ['1990年5月\n(二十七周岁)', '1990.05'],
  ['12.06', '2012.06'],
  ['1990.5', '1990.05'],
  ['1990.1', '1990.1'],
  ['90.1', '1990.1'],
  ['1990.10', '1990.10'],
  ['1990/1', '1990.01'],
  ['1990年1月', '1990.01'],
  ['33006', '1990.05'],
  ['33006.0', '1990.05'],
  ['900516', '1990.05'],
  ['一九九〇年五月', '1990.05'],
  ['一九八六年十二月', '1986.12'],
  ['1990年五月', '1990.05'],
  ['90年十一月', '1990.11'],
  ['1990年五月二十一日', '1990.05'],
  ['一九九〇年5月', '1990.05'],
  ['二〇一二年十月', '2012.10'],
])('%s is %s', (text, month) => {
  expect(read(text)).toBe(month);
});

test.each([
  '',
  '九零年',
  '1990',
  '1990年',
  '1990.13',
  '1990.00',
  '2012.15',
  '1990.02.30',
  '不清楚',
  '预备期',
  '1890.05',
  '5',
  '199013',
  '201213',
  '200015',
  '19901301',
  '1990.5.1.2',
  '5月',
  '二十岁',
])('«%s» is no month', (text) => {
  expect(read(text)).toBeUndefined();
});
