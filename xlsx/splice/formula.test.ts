import { expect, test } from 'vitest';
import { copiedFormula, movedFormula, movedList } from './formula.ts';
import { growth, movedArea } from './growth.ts';

/** Rows 4–6 become ten rows: what stands below moves by 7. */
const g = growth(4, 6, 10);

test.each([
  ['COUNTA(D4:D6)', 'COUNTA(D4:D13)', 'a range over the body grows'],
  ['SUM(D$3:D$7)', 'SUM(D$3:D$14)', 'a range around the body grows'],
  ['D6+D7', 'D6+D14', 'cells of the body stay, cells below move'],
  ['A1&"D7:D9"&名册!B7', 'A1&"D7:D9"&名册!B14', 'texts stay, the own sheet is known by name'],
  ["'别的 表'!D7+名册2!D7", "'别的 表'!D7+名册2!D7", 'other sheets stay'],
  ['LOG10(A7)+D7E+T7_X+x.D7', 'LOG10(A14)+D7E+T7_X+x.D7', 'names that look like cells stay'],
  ['SUM(7:9)+SUM(B:B)', 'SUM(14:16)+SUM(B:B)', 'whole rows move, whole columns stay'],
  ['IF(A7="it""s D7",1,D7)', 'IF(A14="it""s D7",1,D14)', 'quotes within texts'],
  ['1E7+D7*7.5', '1E7+D14*7.5', 'numbers stay'],
])('%s becomes %s: %s', (before, after) => {
  expect(movedFormula(before, g, '名册', true)).toBe(after);
});

test('a formula of another sheet follows only what it names', () => {
  expect(movedFormula('D7+名册!$D$4:$D$6', g, '名册', false)).toBe('D7+名册!$D$4:$D$13');
  expect(movedFormula("'名册'!$1:$3,'名册'!$A$1:$N$6", g, '名册', false)).toBe("'名册'!$1:$3,'名册'!$A$1:$N$13");
});

test('what pointed to rows that are gone says so, as in Excel', () => {
  const shrunk = growth(4, 9, 2);
  expect(movedFormula('D8+D10', shrunk, '名册', true)).toBe('#REF!+D6');
  expect(movedFormula('SUM(D4:D9)', shrunk, '名册', true)).toBe('SUM(D4:D5)');
});

test('a copied formula moves its relative rows', () => {
  expect(copiedFormula('IF(K4="","",MID($K4,17,K$4)&"K4")', 3)).toBe('IF(K7="","",MID($K7,17,K$4)&"K4")');
  expect(copiedFormula('SUM(A4:C4)', 2)).toBe('SUM(A6:C6)');
});

test('lists of ranges: rules of the first body row reach all rows, vanished ones go', () => {
  const list = (text: string, growth = g) => movedList(text, (area) => movedArea(growth, area));
  expect(list('K4')).toBe('K4:K13');
  expect(list('A1:N3 A4:N6 B8')).toBe('A1:N3 A4:N13 B15');
  expect(list('C:C 8:9')).toBe('C:C 15:16');
  expect(list('K8', growth(4, 9, 2))).toBeUndefined();
  expect(list('E4:E1048576')).toBe('E4:E1048576');
});
