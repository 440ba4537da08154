import { expect, it } from 'vitest';
import { housePack } from '../../xlsx/export/testing/project.node.ts';
import { formGrid } from './form-grid.ts';
import { formSlots } from './form-slots.ts';

it('grows lines below the last one; labels over them grow, what stands below moves', async () => {
  const binding = (await housePack()).templates.get('record-form')?.binding;
  if (binding?.kind !== 'form') throw new Error('no form');
  const merges = [
    { startRow: 8, endRow: 12, startColumn: 0, endColumn: 0 },
    { startRow: 12, endRow: 12, startColumn: 1, endColumn: 3 },
    { startRow: 13, endRow: 17, startColumn: 0, endColumn: 0 },
  ];
  const lines = new Map([['trainings', 6]]);
  const grid = formGrid(binding, { rowCount: 28, merges }, lines);
  expect(grid.source).toHaveLength(30);
  expect(grid.source.slice(11, 16)).toEqual([11, 12, 12, 12, 13]);
  expect(grid.merges).toEqual([
    { startRow: 8, endRow: 14, startColumn: 0, endColumn: 0 },
    ...[12, 13, 14].map((row) => ({ startRow: row, endRow: row, startColumn: 1, endColumn: 3 })),
    { startRow: 15, endRow: 19, startColumn: 0, endColumn: 0 },
  ]);
  const slots = formSlots(binding, grid, lines);
  const of = (key: string) => slots.filter(({ slot }) => slot.kind === 'section' && slot.section.key === key);
  expect(of('trainings').map(({ row }) => row)).toEqual([9, 10, 11, 12, 13, 14].flatMap((row) => [row, row, row, row]));
  expect(of('mentorings')[0]).toMatchObject({ row: 16, column: 4, lastColumn: 5 });
  expect(of('yearResult')[0]).toMatchObject({ row: 29, column: 1 });
});
