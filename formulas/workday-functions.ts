import { formatDay } from './calendar.ts';
import { dayOf } from './day-of.ts';
import { define } from './define.ts';
import { unpublishedYear } from './locale/month-words.ts';
import type { Value } from './types.ts';
import { countedNumber, isBlank, VALUE_ERROR } from './value.ts';
import { addWorkingDays, isWorkingDay, type WorkingDaysError, workingDaysBetween } from './working-days.ts';

function failed(error: WorkingDaysError): Value {
  return error.code === 'date' ? VALUE_ERROR : { error: '#N/A', says: unpublishedYear(error.year) };
}

function dateText(value: Value | undefined): string {
  const day = isBlank(value) ? undefined : dayOf(value);
  return day ? formatDay(day) : '';
}

export const workday = define({
  name: 'WORKDAY.CN',
  parameters: ['date', 'days'],
  fails: true,
  examples: [
    [['2017-09-29', 3], '2017-10-10'],
    [['2017-11-24', 5], '2017-12-01'],
    [[43007, 1], '2017-09-30'],
    [['2027-01-04', 3], { error: '#N/A', says: unpublishedYear(2027) }],
    [['11月31日', 3], VALUE_ERROR],
  ],
  run: (date, days) => {
    const count = countedNumber(days);
    if (count === undefined || !Number.isFinite(count)) return VALUE_ERROR;
    const added = addWorkingDays(dateText(date), Math.trunc(count));
    return added.ok ? added.date : failed(added);
  },
});

export const networkDays = define({
  name: 'NETWORKDAYS.CN',
  parameters: ['from', 'to'],
  fails: true,
  examples: [
    [['2017-09-29', '2017-10-09'], 3],
    [['2017-10-01', '2017-10-08'], 0],
    [['2017-11-24', '2017-11-30'], 5],
    [['2026-12-30', '2027-01-04'], { error: '#N/A', says: unpublishedYear(2027) }],
    [['', '2017-11-30'], VALUE_ERROR],
  ],
  // As the spreadsheet's own NETWORKDAYS: both ends count.
  run: (from, to) => {
    const [first, last] = [dateText(from), dateText(to)];
    const start = isWorkingDay(first);
    if (!start.ok) return failed(start);
    const between = workingDaysBetween(first, last);
    if (!between.ok) return failed(between);
    if (!start.works) return between.days;
    return last < first ? between.days - 1 : between.days + 1;
  },
});
