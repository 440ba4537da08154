import { formatMonth, parseIsoDay } from './calendar.ts';
import { cleanText, saysBlank } from './clean-text.ts';
import { define } from './define.ts';
import { readId } from './id-number.ts';
import { atom, rightWhenBlank } from './native.ts';
import { asList, asNumber, asText } from './value.ts';
import { parseMonth, readMonth, showReading, yearOf } from './year-month.ts';

const AS_OF = '2017-11-30';

export const yearMonth = define({
  name: 'YEARMONTH',
  parameters: ['text', 'asOf?', 'idNumber?', 'blankWords[]?'],
  examples: [
    [['1990年5月', AS_OF], '1990.05'],
    [['1990/5/1', AS_OF], '1990.05'],
    [['1990-05', AS_OF], '1990.05'],
    [['199005', AS_OF], '1990.05'],
    [['19900501', AS_OF], '1990.05'],
    [['90.05', AS_OF], '1990.05'],
    [['1990.5', AS_OF], '1990.05'],
    [['33006', AS_OF], '1990.05'],
    [['19901', AS_OF], '19901'],
    [['1990.05（27岁）', AS_OF], '1990.05'],
    [['1990年5月\n27周岁', AS_OF], '1990.05'],
    [['May-90', AS_OF], '1990.05'],
    [['公历1990年5月1日', AS_OF], '1990.05'],
    [['农历1990年5月1日', AS_OF], '农历1990年5月1日'],
    [['（1990.05）', AS_OF], '1990.05'],
    [['生于1990年5月', AS_OF], '1990.05'],
    [['5月1990年', AS_OF], '1990.05'],
    [['1990~05', AS_OF], '1990.05'],
    [['2012.06（2013.06转正）', AS_OF], '2012.06'],
    [['2012年6月加入中国共产党', AS_OF], '2012.06'],
    [['中共党员（2012.06）', AS_OF], '2012.06'],
    [['党员，2012年6月入党', AS_OF], '2012.06'],
    [['党员 2012年6月', AS_OF], '2012.06'],
    [['是（2012.06）', AS_OF], '2012.06'],
    [['2012.06 中共党员', AS_OF], '2012.06'],
    [['2012 / 06 / 5', AS_OF], '2012.06'],
    [['2012 - 06', AS_OF], '2012.06'],
    [['2012.06（中共党员）', AS_OF], '2012.06'],
    [['2016年预备党员', AS_OF], '2016年预备党员'],
    [['1990..05', AS_OF], '1990.05'],
    [['1990.1', AS_OF], '1990.1'],
    [['1993.1', AS_OF, '513826199310122435'], '1993.10'],
    [['1994.1', AS_OF, '513826199310122435'], '1994.1'],
    [['九零年', AS_OF], '九零年'],
    [['1990.13', AS_OF], '1990.13'],
    [['—', AS_OF], ''],
    [['群众', AS_OF, '', ['群众']], ''],
  ],
  run: (value, asOf, idNumber, blankWords) => {
    const text = asText(value);
    const date = asText(asOf);
    if (parseMonth(text)) return text;
    const clean = cleanText(text);
    if (saysBlank(clean, asList(blankWords))) return '';
    const read = readMonth(clean, yearOf(date));
    if (!read) return clean;
    if (!read.ambiguous) return formatMonth(read.year, read.month);
    const { birth } = readId(asText(idNumber), date);
    const settled = birth !== undefined && birth.year === read.year && (birth.month === 1 || birth.month === 10);
    return settled ? formatMonth(birth.year, birth.month) : showReading(read);
  },
});

export const monthAmbiguous = define({
  name: 'YEARMONTH.AMBIGUOUS',
  parameters: ['month'],
  native: (month) => `AND(LEN(${month?.text})=6,RIGHT(${month?.text},2)=".1")`,
  examples: [
    [['1990.1'], true],
    [['1990.10'], false],
    [[''], false],
  ],
  run: (month) => /^\d{4}\.1$/.test(asText(month)),
});

export const monthOk = define({
  name: 'YEARMONTH.OK',
  parameters: ['month'],
  native: (month = atom('""')) => {
    const { text } = month;
    const like = `AND(LEN(${text})=7,MID(${text},5,1)=".",ABS(RIGHT(${text},2)-6.5)<6)`;
    return rightWhenBlank(month, `IFERROR(${like},FALSE)`, like);
  },
  examples: [
    [['1990.05'], true],
    [['1990.1'], false],
    [['1990年'], false],
    [[''], true],
  ],
  run: (month) => asText(month) === '' || parseMonth(asText(month)) !== undefined,
});

export const monthNumber = define({
  name: 'MONTH.NUMBER',
  parameters: ['month'],
  native: (month) => ({
    text: `LEFT(${month?.text},4)*12+RIGHT(${month?.text},2)-1`,
    level: 3,
    blank: false,
  }),
  examples: [
    [['1990.05'], 23884],
    [['2017-11-30'], 24214],
    [['1990.1'], ''],
    [[''], ''],
  ],
  run: (month) => {
    const text = asText(month);
    const read = text.length === 10 ? parseIsoDay(text) : parseMonth(text);
    return read ? read.year * 12 + read.month - 1 : '';
  },
});

export const yearsBetween = define({
  name: 'YEARS.BETWEEN',
  parameters: ['from', 'to'],
  // Without their dots, months are numbers whose hundreds are the years; each is named once, since a validation has 255
  // characters.
  native: (from, to) => `INT((SUBSTITUTE(${to?.text},".",)-SUBSTITUTE(${from?.text},".",))/100)`,
  examples: [
    [['1990.05', '2008.05'], 18],
    [['1990.05', '2008.04'], 17],
    [['1990.1', '2008.04'], ''],
  ],
  run: (from, to) => {
    const start = parseMonth(asText(from));
    const end = parseMonth(asText(to));
    if (!start || !end) return '';
    return Math.floor((end.year * 12 + end.month - start.year * 12 - start.month) / 12);
  },
});

export const monthAdd = define({
  name: 'YEARMONTH.ADD',
  parameters: ['month', 'months'],
  examples: [
    [['1990.05', 10], '1991.03'],
    [['1990.05', -5], '1989.12'],
    [['1990年', 1], ''],
  ],
  run: (month, months) => {
    const start = parseMonth(asText(month));
    const by = asNumber(months);
    if (!start || by === undefined || !Number.isInteger(by)) return '';
    const number = start.year * 12 + start.month - 1 + by;
    return formatMonth(Math.floor(number / 12), (((number % 12) + 12) % 12) + 1);
  },
});

export const monthDiff = define({
  name: 'YEARMONTH.DIFF',
  parameters: ['from', 'to'],
  examples: [
    [['1990.05', '1991.03'], 10],
    [['1991.03', '1990.05'], -10],
    [['1990.1', '1991.03'], ''],
  ],
  run: (from, to) => {
    const start = parseMonth(asText(from));
    const end = parseMonth(asText(to));
    return start && end ? end.year * 12 + end.month - start.year * 12 - start.month : '';
  },
});
