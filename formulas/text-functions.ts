import { define } from './define.ts';
import { sameCall } from './native.ts';
import { formatNumber } from './number-format.ts';
import type { ErrorValue, Value } from './types.ts';
import { asNumber, asText, countedNumber, LONGEST_TEXT, NUMBER_ERROR, shownText, VALUE_ERROR } from './value.ts';

const letters = (value: Value | undefined): readonly string[] => [...shownText(value)];

/** A count of letters as an argument: whole, not negative. */
function size(value: Value | undefined, fallback: number): number | ErrorValue {
  if (value === undefined) return fallback;
  const n = countedNumber(value);
  return n === undefined || n < 0 ? VALUE_ERROR : Math.floor(n);
}

export const exact = define({
  name: 'EXACT',
  parameters: ['left', 'right'],
  native: sameCall('EXACT'),
  examples: [
    [['x', 'X'], false],
    [['男', '男'], true],
  ],
  run: (left, right) => shownText(left) === shownText(right),
});

export const left = define({
  name: 'LEFT',
  parameters: ['text', 'count?'],
  fails: true,
  native: sameCall('LEFT', true),
  examples: [
    [['白虎村', 2], '白虎'],
    [['白虎村'], '白'],
    [['白虎村', -1], VALUE_ERROR],
  ],
  run: (text, count) => {
    const n = size(count, 1);
    return typeof n === 'number' ? letters(text).slice(0, n).join('') : n;
  },
});

export const right = define({
  name: 'RIGHT',
  parameters: ['text', 'count?'],
  fails: true,
  native: sameCall('RIGHT', true),
  examples: [
    [['兰沟社区', 2], '社区'],
    [['兰沟社区', 0], ''],
    [['兰沟社区'], '区'],
  ],
  run: (text, count) => {
    const n = size(count, 1);
    if (typeof n !== 'number') return n;
    const all = letters(text);
    return all.slice(Math.max(0, all.length - n)).join('');
  },
});

export const mid = define({
  name: 'MID',
  parameters: ['text', 'start', 'count'],
  fails: true,
  native: sameCall('MID', true),
  examples: [
    [['510104198606111483', 7, 4], '1986'],
    [['张三', 5, 1], ''],
    [['张三', 0, 1], VALUE_ERROR],
  ],
  run: (text, start, count) => {
    const from = size(start, 1);
    const n = size(count, 0);
    if (typeof from !== 'number' || from < 1) return VALUE_ERROR;
    return typeof n === 'number'
      ? letters(text)
          .slice(from - 1, from - 1 + n)
          .join('')
      : n;
  },
});

export const trim = define({
  name: 'TRIM',
  parameters: ['text'],
  native: sameCall('TRIM', true),
  examples: [[['  a   b '], 'a b']],
  run: (text) => shownText(text).replace(/ +/g, ' ').replace(/^ | $/g, ''),
});

export const upper = define({
  name: 'UPPER',
  parameters: ['text'],
  native: sameCall('UPPER', true),
  examples: [[['5101x'], '5101X']],
  run: (text) => shownText(text).toUpperCase(),
});

export const substitute = define({
  name: 'SUBSTITUTE',
  parameters: ['text', 'old', 'new', 'which?'],
  fails: true,
  native: sameCall('SUBSTITUTE', true),
  examples: [
    [['028-3881-1234', '-', ''], '02838811234'],
    [['a-b-c', '-', '+', 2], 'a-b+c'],
    [['abc', '', 'x'], 'abc'],
    [['abc', 'b', 'x', 0], VALUE_ERROR],
  ],
  run: (text, old, replacement, which) => {
    const parts = asText(old) === '' ? [shownText(text)] : shownText(text).split(shownText(old));
    if (which === undefined) {
      const grows = (parts.length - 1) * (shownText(replacement).length - shownText(old).length);
      // A cell holds no more; a short formula could ask for gigabytes.
      return shownText(text).length + grows > LONGEST_TEXT ? VALUE_ERROR : parts.join(shownText(replacement));
    }
    const n = size(which, 0);
    if (typeof n !== 'number' || n < 1) return VALUE_ERROR;
    return parts
      .map((part, at) => (at === 0 ? '' : at === n ? shownText(replacement) : shownText(old)) + part)
      .join('');
  },
});

export const find = define({
  name: 'FIND',
  parameters: ['wanted', 'text', 'start?'],
  fails: true,
  native: sameCall('FIND'),
  examples: [
    [['社', '兰沟社区'], 3],
    [['村', '兰沟社区'], VALUE_ERROR],
    [['', 'abc'], 1],
  ],
  run: (wanted, text, start) => {
    const from = size(start, 1);
    const all = letters(text);
    if (typeof from !== 'number' || from < 1 || from > all.length + 1) return VALUE_ERROR;
    const whole = all.join('');
    const at = whole.indexOf(shownText(wanted), all.slice(0, from - 1).join('').length);
    if (at >= 0) return [...whole.slice(0, at)].length + 1;
    return VALUE_ERROR;
  },
});

export const concat = define({
  name: 'CONCAT',
  parameters: ['text', 'more...'],
  // CONCATENATE is understood by every version.
  native: sameCall('CONCATENATE', true),
  examples: [[['第', 3, '村'], '第3村']],
  run: (...texts) => texts.map(shownText).join(''),
});

export const value = define({
  name: 'VALUE',
  parameters: ['text'],
  fails: true,
  native: sameCall('VALUE'),
  examples: [
    [['35'], 35],
    [['3.5%'], 0.035],
    [['三十'], VALUE_ERROR],
  ],
  run: (text) => countedNumber(text) ?? VALUE_ERROR,
});

export const text = define({
  name: 'TEXT',
  parameters: ['value', 'format'],
  fails: true,
  native: sameCall('TEXT'),
  examples: [
    [[5, '00'], '05'],
    [[2.71, '0.0'], '2.7'],
    [[32874, 'yyyy.mm'], '1990.01'],
    [[1, '[红色]'], VALUE_ERROR],
  ],
  run: (number, format) => {
    const n = asNumber(number) ?? countedNumber(number);
    if (n === undefined) return shownText(number);
    return formatNumber(n, asText(format)) ?? (Number.isFinite(n) ? VALUE_ERROR : NUMBER_ERROR);
  },
});
