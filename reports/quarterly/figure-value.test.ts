import { expect, test } from 'vitest';
import { FIGURES } from '../../sheets-templates/matrix-binding.ts';
import { figureText, figureValue, missingWords } from './figure-value.ts';
import { quartersOf } from './quarter.ts';
import { quarterlyTable } from './quarterly.ts';

const quarters = quartersOf(2017);
const rowOf = (reviews: readonly (readonly [level: string, quarter: string, score: string, grade?: string])[]) => {
  const people = [{ id: 'a', name: '张三', township: '南城镇', village: '白虎村' }];
  const facts = reviews.map(([level, quarter, score, grade = ''], n) => ({
    id: `r${n}`,
    person: 'a',
    year: '',
    quarter,
    level,
    score,
    grade,
  }));
  const [row] = quarterlyTable({ people, reviews: facts, asOf: '2017-11-30', quarters }).rows;
  if (!row) throw new Error('no row');
  return row;
};

test('numbers are numbers, of a text a gain carries its sign, what is missing is told by level', () => {
  const row = rowOf([
    ['township', '1', '80'],
    ['township', '2', '82.5'],
    ['village', '1', '90'],
    ['village', '3', '', '好'],
  ]);
  expect(FIGURES.map((figure) => figureValue(row, figure))).toEqual([
    90,
    81.25,
    1,
    2.5,
    '村2季度；村3季度缺分数；乡镇3季度',
  ]);
  expect(FIGURES.slice(0, 4).map((figure) => figureText(row, figure))).toEqual(['90', '81.25', '1', '+2.5']);
});

test('a loss is a number below nought, and nothing at all is blank', () => {
  expect(
    figureValue(
      rowOf([
        ['township', '1', '80'],
        ['township', '2', '70'],
      ]),
      'change',
    ),
  ).toBe(-10);
  expect(FIGURES.slice(0, 4).map((figure) => figureValue(rowOf([]), figure))).toEqual(['', '', '', '']);
  expect(missingWords([])).toBe('');
});
