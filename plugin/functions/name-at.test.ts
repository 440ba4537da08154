import { expect, test } from 'vitest';
import { nameAt } from './name-at.ts';

/** The caret stands at `|`. */
const at = (marked: string): string => nameAt(marked.replace('|', ''), marked.indexOf('|'));

test('the name that is being written, whole where the caret stands inside it', () => {
  expect(at('=WORKDAY|')).toBe('WORKDAY');
  expect(at('=WORKDAY.CN|')).toBe('WORKDAY.CN');
  expect(at('=1+身份证|校验(K4)')).toBe('身份证校验');
  expect(at('=IF(ID.C|')).toBe('ID.C');
  expect(at('="a"&LEN|')).toBe('LEN');
});

test('no name behind a bracket, a number, a text, or where there is no formula', () => {
  for (const marked of ['=WORKDAY.CN("2017-09-29",3)|', '=SUM(|', '=12|', '="WORK|', 'WORKDAY|', '=|'])
    expect([marked, at(marked)]).toEqual([marked, '']);
});
