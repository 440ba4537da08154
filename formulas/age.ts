import { bareText } from './bare-text.ts';
import { type Day, daysIn, fullYears, parseIsoDay } from './calendar.ts';
import { cleanText, saysBlank } from './clean-text.ts';
import { define } from './define.ts';
import { readId } from './id-number.ts';
import { chineseNumber } from './locale/chinese-number.ts';
import { ageForm } from './locale/month-words.ts';
import { rightWhenBlank } from './native.ts';
import { ageById, ageByMonth, idTells, longEnough, nativeDate } from './native-id.ts';
import { asNumber, asText, condition } from './value.ts';
import { parseMonth } from './year-month.ts';

const AS_OF = '2017-11-30';

/** The ages that are possible at a date: one from an ID number or whole months, two inside the month of birth. */
function possibleAges(idNumber: string, birthMonth: string, asOf: string, inclusive = true): readonly number[] {
  const on = parseIsoDay(asOf);
  if (!on) return [];
  const { birth } = readId(idNumber, asOf);
  if (birth) return [fullYears(birth, on, inclusive)];
  const month = parseMonth(birthMonth);
  if (!month) return [];
  const first: Day = { ...month, day: 1 };
  const last: Day = { ...month, day: daysIn(month.year, month.month) };
  return [...new Set([fullYears(first, on, inclusive), fullYears(last, on, inclusive)])].filter((age) => age >= 0);
}

export const ageAt = define({
  name: 'AGE.AT',
  parameters: ['idNumber', 'birthMonth', 'asOf?', 'inclusive?'],
  native: (id, month, asOf, inclusive) => {
    if (inclusive !== undefined && inclusive.value !== true) return undefined;
    const text = id?.text ?? '';
    const [byId, tells] = [ageById(text, asOf), idTells(text, asOf)];
    // A wrong number says nothing, as in the closure: then the month counts.
    return byId && tells && `IF(IFERROR(${tells},FALSE),${byId},${ageByMonth(month?.text ?? '', asOf, '>')})`;
  },
  examples: [
    [['510104198606111483', '', AS_OF], 31],
    [['', '1986.12', AS_OF], 30],
    [['', '1986.11', AS_OF], 31],
    [['', '1986.1', AS_OF], ''],
    [['', '', AS_OF], ''],
    [['510104198202111487', '', '2017-02-11'], 35],
    [['510104198202111487', '', '2017-02-11', false], 34],
    [['510104199602291485', '', '2017-02-28'], 20],
    [['510104199602291485', '', '2017-03-01'], 21],
  ],
  run: (idNumber, birthMonth, asOf, inclusive = true) =>
    possibleAges(asText(idNumber), asText(birthMonth), asText(asOf), condition(inclusive) !== false)[0] ?? '',
});

export const ageOk = define({
  name: 'AGE.OK',
  parameters: ['age', 'idNumber', 'birthMonth', 'asOf?'],
  native: (age, id, month, asOf) => {
    const byId = ageById(id?.text ?? '', asOf);
    if (byId === undefined) return undefined;
    const first = `${age?.text}=${ageByMonth(month?.text ?? '', asOf, '>')}`;
    const last = `${age?.text}=${ageByMonth(month?.text ?? '', asOf, '>=')}`;
    const byMonth = nativeDate(asOf)?.monthEnd === true ? first : `OR(${first},${last})`;
    return rightWhenBlank(age, `IFERROR(IF(${longEnough(id?.text ?? '')},${age?.text}=${byId},${byMonth}),TRUE)`);
  },
  examples: [
    [['31', '510104198606111483', '', AS_OF], true],
    [['36', '510104198606111483', '', AS_OF], false],
    [['30', '', '1986.11', '2017-11-15'], true],
    [['29', '', '1986.11', '2017-11-15'], false],
    [['36', '', '', AS_OF], true],
    [['', '510104198606111483', '', AS_OF], true],
  ],
  run: (age, idNumber, birthMonth, asOf) => {
    if (asText(age) === '') return true;
    const ages = possibleAges(asText(idNumber), asText(birthMonth), asText(asOf));
    const stated = asNumber(age);
    return ages.length === 0 || (stated !== undefined && ages.includes(stated));
  },
});

export const ageClean = define({
  name: 'AGE.CLEAN',
  parameters: ['age'],
  examples: [
    [['31岁'], '31'],
    [['３１周岁'], '31'],
    [['31.0'], '31'],
    [['（31岁）'], '31'],
    [['满31周岁'], '31'],
    [['31（周岁）'], '31'],
    [['31岁（周岁）'], '31'],
    [['年龄：31'], '31'],
    [['31足岁'], '31'],
    [['31岁。'], '31'],
    [['二十七'], '27'],
    [['三十周岁'], '30'],
    [['三十多'], '三十多'],
    [['/'], ''],
  ],
  run: (age) => {
    const clean = cleanText(asText(age));
    if (saysBlank(clean)) return '';
    const match = ageForm.exec(bareText(clean));
    if (match?.[1] !== undefined) return String(Number(match[1]));
    const spoken = match?.[2] === undefined ? undefined : chineseNumber(match[2]);
    return spoken === undefined ? clean : String(spoken);
  },
});
