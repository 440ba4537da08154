import { expect, it } from 'vitest';
import { bareText } from './bare-text.ts';

it('quotation marks, brackets around all of it and a stop behind are taken off', () => {
  for (const text of ['女', ' 女。', '“女”', '【女】', '（女）', "'女'", '"(女)"']) expect(bareText(text)).toBe('女');
});

it('brackets around a part stay', () => {
  expect(bareText('大专（在读）')).toBe('大专(在读)');
  expect(bareText('（1990）.（05）')).toBe('(1990).(05)');
});
