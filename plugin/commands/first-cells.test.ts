import { SheetsSelectionsService } from '@univerjs/sheets';
import { expect, it } from 'vitest';
import { createTestBed } from '../testing/create-test-bed.node.ts';
import { selectFirstCells } from './first-cells.ts';

it('no tab opens with its title or a derived cell selected', async () => {
  const bed = await createTestBed();
  const tabs = ['roster', 'record-form', 'training-ledger', 'quarterly-review'];
  const t = await bed.open([{ id: 'a', name: '张一' }], undefined, [], tabs);
  const selections = bed.injector.get(SheetsSelectionsService);
  const front = t.open.bench.activeSheetId();
  selectFirstCells(selections, t.open.bench);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(t.open.bench.activeSheetId()).toBe(front);
  const chosen = [...t.open.bench.sheets.values()].map(({ unitId, subUnitId }) => {
    const last = selections.getWorkbookSelections(unitId).getSelectionsOfWorksheet(subUnitId).at(-1);
    return last && [last.primary?.actualRow, last.primary?.actualColumn, last.range.endColumn];
  });
  // 乡镇 of the first person; the name, over its merged cells; 乡镇 of the first training; the first score.
  expect(chosen).toEqual([
    [3, 1, 1],
    [2, 1, 3],
    [3, 1, 1],
    [5, 4, 4],
  ]);
  t.close();
  bed.dispose();
});
