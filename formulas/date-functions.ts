import { type Day, dayNumber, daysIn, formatDay, fullYears, parseIsoDay } from './calendar.ts';
import { dayOf } from './day-of.ts';
import { define } from './define.ts';
import { dayWords } from './locale/month-words.ts';
import { sameCall } from './native.ts';
import type { FunctionSpec, Value } from './types.ts';
import { asText, countedNumber, NUMBER_ERROR, VALUE_ERROR } from './value.ts';

/** The serial number of a day in the 1900 system. */
function serial({ year, month, day }: Day): number {
  const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
  return days > 60 ? days : days - 1;
}

const whole = (value: Value | undefined): number | undefined => {
  const n = countedNumber(value);
  return n === undefined ? undefined : Math.floor(n);
};

export const date = define({
  name: 'DATE',
  parameters: ['year', 'month', 'day'],
  fails: true,
  native: sameCall('DATE'),
  examples: [
    [[2017, 11, 30], 43069],
    [[2017, 11, 31], 43070],
    [[1900, 1, 1], 1],
    [['x', 1, 1], VALUE_ERROR],
  ],
  run: (year, month, day) => {
    const [y, m, d] = [whole(year), whole(month), whole(day)];
    if (y === undefined || m === undefined || d === undefined) return VALUE_ERROR;
    const full = y < 1900 ? y + 1900 : y;
    if (y < 0 || full > 9999 || Math.abs(m) > 9999 || Math.abs(d) > 99_999) return NUMBER_ERROR;
    const date = new Date(Date.UTC(full, m - 1, d));
    const n = serial({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
    return n < 0 ? NUMBER_ERROR : n;
  },
});

function part(name: string, key: keyof Day, result: number): FunctionSpec {
  return define({
    name,
    parameters: ['date'],
    fails: true,
    native: sameCall(name),
    examples: [
      [['2017-11-30'], result],
      [[43069], result],
      [['无'], VALUE_ERROR],
    ],
    run: (value) => dayOf(value)?.[key] ?? VALUE_ERROR,
  });
}

export const year = part('YEAR', 'year', 2017);
export const month = part('MONTH', 'month', 11);
export const day = part('DAY', 'day', 30);

export const dateDif = define({
  name: 'DATEDIF',
  parameters: ['from', 'to', 'unit'],
  fails: true,
  native: sameCall('DATEDIF'),
  examples: [
    [['1986-12-01', '2017-11-30', 'y'], 30],
    [['2017-10-31', '2017-11-30', 'm'], 0],
    [['2017-10-20', '2017-11-30', 'd'], 41],
    [['2017-11-30', '2017-10-20', 'd'], NUMBER_ERROR],
  ],
  run: (from, to, unit) => {
    const start = dayOf(from);
    const end = dayOf(to);
    if (!start || !end) return VALUE_ERROR;
    if (dayNumber(start) > dayNumber(end)) return NUMBER_ERROR;
    switch (asText(unit).toLowerCase()) {
      case 'y':
        return fullYears(start, end);
      case 'm':
        return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0);
      case 'd':
        return serial(end) - serial(start);
      default:
        return NUMBER_ERROR;
    }
  },
});

/** Year, month and day of a due date as documents write it: `11月31日`, `2017年11月31日`, `2017-11-31`. */
function due(text: Value | undefined, year: Value | undefined): Day | undefined {
  const match = dayWords.exec(asText(text).normalize('NFKC').replace(/\s/g, ''));
  const y = match?.[1] ?? String(whole(year) ?? '');
  if (!match || !/^\d{4}$/.test(y)) return undefined;
  return { year: Number(y), month: Number(match[2]), day: Number(match[3]) };
}

export const termDue = define({
  name: 'TERM.DUE',
  parameters: ['text', 'year?'],
  fails: true,
  examples: [
    [['10月20日', 2017], '2017-10-20'],
    [['11月31日', 2017], NUMBER_ERROR],
    [['2016年2月29日'], '2016-02-29'],
    [['下旬', 2017], VALUE_ERROR],
  ],
  run: (text, year) => {
    const day = due(text, year);
    if (!day) return VALUE_ERROR;
    return parseIsoDay(formatDay(day)) ? formatDay(day) : NUMBER_ERROR;
  },
});

export const termProposal = define({
  name: 'TERM.PROPOSAL',
  parameters: ['text', 'year?'],
  examples: [
    [['11月31日', 2017], '2017-11-30'],
    [['2月30日', 2016], '2016-02-29'],
    [['10月20日', 2017], '2017-10-20'],
    [['13月1日', 2017], ''],
  ],
  run: (text, year) => {
    const day = due(text, year);
    if (!day || day.month < 1 || day.month > 12 || day.day < 1 || day.day > 31) return '';
    return formatDay({ ...day, day: Math.min(day.day, daysIn(day.year, day.month)) });
  },
});
