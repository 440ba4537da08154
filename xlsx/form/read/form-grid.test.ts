import { expect, it } from 'vitest';
import type { Sheet } from '../../read/types.ts';
import { FormGrid } from './form-grid.ts';

const sheet: Sheet = {
  name: '表',
  hidden: false,
  rows: [3, 5, 1_048_576].map((row) => ({ row, cells: [{ column: 1, text: `第${row}行`, kind: 'text' }] })),
  merges: [],
};

it('knows the rows that hold something, so that a stray text far below is no million of rows', () => {
  const grid = FormGrid.of(sheet);
  expect(grid.filled(1, grid.lastRow)).toEqual([3, 5, 1_048_576]);
  expect([grid.filled(3, 5), grid.filled(4, 5), grid.filled(4, 4), grid.filled(6, 3)]).toEqual([[3, 5], [5], [], []]);
  expect(grid.rows(4, 1_048_576).map(({ text }) => text)).toEqual(['第5行', '第1048576行']);
});
