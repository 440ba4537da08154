import { expect, it } from 'vitest';
import { sheetNames } from './sheet-names.ts';

it('sheet names are such that every program takes them, each once', () => {
  expect(sheetNames(['a/b', 'A_B', "'x'", '', '名'.repeat(40), '名'.repeat(41)])).toEqual([
    'a_b',
    'A_B(2)',
    '_x_',
    '_',
    '名'.repeat(27),
    `${'名'.repeat(27)}(2)`,
  ]);
});
