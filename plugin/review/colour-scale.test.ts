import { expect, test } from 'vitest';
import { colourAt } from './colour-scale.ts';

const POINTS = [
  { at: 60, colour: 'F8696B' },
  { at: 80, colour: 'FFEB84' },
  { at: 100, colour: '63BE7B' },
];

test('a score between two points is mixed in proportion, beyond them it has the end’s colour', () => {
  expect([60, 70, 80, 90, 100].map((score) => colourAt(POINTS, score))).toEqual([
    '#F8696B',
    '#FCAA78',
    '#FFEB84',
    '#B1D580',
    '#63BE7B',
  ]);
  expect([0, 59.9, 120].map((score) => colourAt(POINTS, score))).toEqual(['#F8696B', '#F8696B', '#63BE7B']);
  expect(colourAt([], 70)).toBeNull();
});
