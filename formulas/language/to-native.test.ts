import { describe, expect, test } from 'vitest';
import { lower, type Names } from './lower.ts';
import { parse } from './parse.ts';
import { toNative } from './to-native.ts';

const COLUMNS: Readonly<Record<string, string>> = { name: 'D', age: 'H', idNumber: 'K' };
const names: Names = {
  entity: 'person',
  field: (_, name) => name,
  fieldNames: () => [],
  hasChoices: () => true,
  parameter: (name) => name,
  parameterNames: [],
  entityNamed: (name) => name,
  entityNames: [],
};

function native(text: string): string {
  const parsed = parse(text);
  const lowered = parsed.ok ? lower(parsed.value, names, 'message') : parsed;
  if (!lowered.ok) throw new Error(lowered.error.code);
  const made = toNative(lowered.value, {
    entity: 'person',
    cell: (field) => {
      const column = COLUMNS[field];
      return column === undefined ? undefined : { ref: `${column}4`, range: `${column}$4:${column}$500` };
    },
    parameter: (key) => (key === 'limit' ? 35 : key === 'asOf' ? '2017-11-30' : ''),
    choices: () => ['男', '女'],
  });
  return made.ok ? made.value.text : `${made.error.code} ${made.error.what}`;
}

describe('a formula for the spreadsheet program', () => {
  test.each([
    ['=[age] <= {limit}', 'H4<=35'],
    ['=([age]+1)*2', '(H4+1)*2'],
    ['=[age]-(1-[age])', 'H4-(1-H4)'],
    ['=-[age]^2', '-H4^2'],
    ['=-([age]+1)%', '-(H4+1)%'],
    ['=[name]&"a""b"', 'D4&"a""b"'],
    ['=LEN([name])>=2', 'LEN(D4)>=2'],
    ['=CONCAT([name], 1)', 'CONCATENATE(D4,1)'],
    ['=MONTH.NUMBER("1990.05")', '23884'],
    ['=IF([age]>{limit}, "老", [name])', 'IF(H4>35,"老",D4)'],
    ['=LE([age], {limit})', 'OR(H4="",H4<=35)'],
    ['=COUNT.SAME([idNumber])<2', 'SUMPRODUCT((K4<>"")*(K$4:K$500=K4))<2'],
    ['=IN([name], CHOICES([gender]))', 'OR(EXACT(D4,"男"),EXACT(D4,"女"))'],
    ['=ID.BIRTH.OK([idNumber], {asOf})', 'IF(LEN(K4)=18,--TEXT(--MID(K4,7,8),"0-00-00")<=43069,TRUE)'],
    ['=ID.BIRTH.OK([idNumber], "")', 'IF(LEN(K4)=18,--TEXT(--MID(K4,7,8),"0-00-00")<=TODAY(),TRUE)'],
  ])('%s', (text, formula) => {
    expect(native(text)).toBe(formula);
  });

  test.each([
    ['=[phone]=""', 'no-column phone'],
    ['=NAME.CLEAN([name])', 'no-native-function NAME.CLEAN'],
    ['=OTHER.SAME([name], [idNumber])', 'other-records person'],
    ['=COUNT.IN("village") > 1', 'other-records village'],
    ['=[age] < YEARS.BETWEEN("", "")', 'no-value YEARS.BETWEEN'],
    ['=[age] < 1/0', 'no-value /'],
  ])('%s has none', (text, reason) => {
    expect(native(text)).toBe(reason);
  });
});
