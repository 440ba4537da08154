import { afterAll, beforeAll, expect, it } from 'vitest';
import { openProject } from '../../records/store.ts';
import { housePack, SETTINGS } from '../../xlsx/export/testing/project.node.ts';
import { columnIndex } from '../binding/columns.ts';
import { wholeBook } from '../binding/whole-book.ts';
import { createTestBed, type TestBed } from '../testing/create-test-bed.node.ts';

let bed: TestBed;
beforeAll(async () => {
  bed = await createTestBed();
}, 60_000);
afterAll(() => bed.dispose());

it('季度评议 is whole in 另存工作簿 though nobody looked at it, ranks too', async () => {
  const loaded = await housePack();
  const where = { township: '南城镇', village: '白虎村' };
  const people = [
    { id: 'a', name: '张一', ...where },
    { id: 'b', name: '李二', ...where },
  ];
  const reviews = [{ id: 'r', person: 'b', quarter: '1', level: 'township', score: 90 }];
  const json = { pack: loaded.pack.id, settings: SETTINGS, records: { person: people, review: reviews } };
  const opened = openProject(loaded.pack, json);
  if (!opened.ok) throw new Error(opened.error.code);
  const t = await bed.open(opened.store, undefined, [], ['roster', 'quarterly-review']);
  const { bench, workbook } = t.open;
  const { book } = wholeBook(workbook.save(), bench, 'roster');
  const id = [...bench.sheets.keys()][1] ?? '';
  const row = book.sheets[id]?.cellData?.[6] ?? {};
  const shown = (column: string) => row[columnIndex(column)]?.v;
  expect([shown('A'), shown('D'), shown('G'), shown('V'), shown('W')]).toEqual([2, '李二', '90', '90', 1]);
  t.close();
});
