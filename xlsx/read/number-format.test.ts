import { expect, it } from 'vitest';
import { builtInFormat, formatDigits, parseFormat } from './number-format.ts';

it('tells dates from numbers', () => {
  const kinds = (codes: readonly string[]) => [...new Set(codes.map((code) => parseFormat(code).kind))];
  expect(
    kinds([
      'yyyy-mm-dd',
      'yyyy"年"m"月"',
      '[$-804]yyyy"年"mm"月"dd"日";@',
      'm/d/yy h:mm',
      'yyyy\\.mm',
      '[DBNum1]yyyy"年"m"月"',
      'mmm',
    ]),
  ).toEqual(['date']);
  expect(kinds(['h:mm:ss', '[h]:mm', 'hh:mm AM/PM'])).toEqual(['time']);
  expect(kinds(['0', '0.00', '#,##0.00_);[Red](#,##0.00)', '0"年"', '00000000', '0%'])).toEqual(['digits']);
  expect(kinds(['General', 'G/通用格式', '0.00E+00', '# ?/?'])).toEqual(['general']);
  expect(kinds(['@'])).toEqual(['text']);
  expect([14, 22, 27, 31, 57].map((id) => builtInFormat(id).kind)).toEqual(['date', 'date', 'date', 'date', 'date']);
  expect([0, 49, 2, 20].map((id) => builtInFormat(id).kind)).toEqual(['general', 'text', 'digits', 'time']);
});

it('shows digits as the format says', () => {
  const show = (code: string, value: number): string => {
    const format = parseFormat(code);
    return format.kind === 'digits' ? formatDigits(value, format.sections) : format.kind;
  };
  expect(show('0.00', 1990.1)).toBe('1990.10');
  expect(show('0.0#', 1990.1)).toBe('1990.1');
  expect(show('0', 13712345678)).toBe('13712345678');
  expect(show('#,##0', 1234567)).toBe('1,234,567');
  expect(show('000', 7)).toBe('007');
  expect(show('0%', 0.25)).toBe('25%');
  expect(show('0"周岁"', 27)).toBe('27周岁');
  expect(show('0;(0)', -5)).toBe('(5)');
  expect(show('0.0', -5)).toBe('-5.0');
  // A half is rounded up, though the nearest binary fraction lies below it.
  expect([show('0.0', 1990.05), show('0', 2.5), show('0.00', 1.005), show('0.0', 1e-9)]).toEqual([
    '1990.1',
    '3',
    '1.01',
    '0.0',
  ]);
  // Phones are typed as numbers and shown in groups.
  expect(show('000-0000-0000', 13712345678)).toBe('137-1234-5678');
  expect(show('000\\ 0000\\ 0000', 13712345678)).toBe('137 1234 5678');
  expect(show('"电话"000"-"####', 283881)).toBe('电话028-3881');
  expect(show('00-00', 7)).toBe('00-07');
  expect(show('00-00', 123456)).toBe('1234-56');
  expect(show('0"年"00"月"', 199005)).toBe('1990年05月');
  expect(parseFormat('0;'.repeat(200)).kind).toBe('general');
});
