import { CellValueType, IResourceLoaderService, type IWorkbookData } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestBed, type OpenTable, type TestBed } from '../testing/create-test-bed.node.ts';
import { AfterDrawing } from './after-drawing.ts';
import { LateRows } from './late-rows.ts';
import { layoutOf } from './layout.ts';

let bed: TestBed;
beforeAll(async () => {
  bed = await createTestBed();
});
afterAll(() => bed.dispose());

const PEOPLE = 300;
const HEAD = 3;
const people = Array.from({ length: PEOPLE }, (_, at) => ({ name: `人${at}`, idNumber: '', village: `第${at % 7}村` }));

/** Cells of rows 0 and 1 that are there, and of rows 2 to 9 that are not; which rows were written, in their order. */
function made() {
  const written: number[] = [];
  const own = { 0: { 0: { v: 'title' } }, 1: { 0: { v: 'header' } } };
  const late = new LateRows(own, 2, 10, (row, cells) => {
    written.push(row);
    cells[1] = { v: `row ${row}`, t: CellValueType.STRING };
  });
  return { late, written, own };
}

it('a row is written when it is looked at, and no other one', () => {
  const { late, written } = made();
  expect(late.cells[7]?.[1]?.v).toBe('row 7');
  expect(late.cells[0]?.[0]?.v).toBe('title');
  expect(7 in late.cells && Object.hasOwn(late.cells, 4)).toBe(true);
  expect(written).toEqual([7, 4]);
});

it('whoever asks which rows there are gets all of them', () => {
  for (const ask of [Object.keys, Object.entries, JSON.stringify, (cells: object) => ({ ...cells })]) {
    const { late, written, own } = made();
    ask(late.cells);
    expect(written).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(late.done).toBe(true);
    expect(Object.values(own).every((cells) => Object.keys(cells).length === 1)).toBe(true);
  }
});

it('a row that was replaced or taken out stays as it is', () => {
  const { late, written } = made();
  late.cells[5] = { 0: { v: 'other' } };
  delete late.cells[6];
  late.fill();
  expect(late.done).toBe(true);
  expect(late.cells[5]).toEqual({ 0: { v: 'other' } });
  expect(late.cells[6]).toBeUndefined();
  expect(written).toEqual([2, 3, 4, 7, 8, 9]);
});

const matrixOf = (t: OpenTable) => t.worksheet.getCellMatrix().getMatrix();

it('an opened table is written where it is read; then Univer holds the plain cells', async () => {
  const t = await bed.open(people);
  const [late] = t.open.late;
  expect(late?.done).toBe(false);
  expect(t.table.map.size).toBe(PEOPLE);
  expect(t.table.sheet.readRow(HEAD + PEOPLE - 1)['name']).toBe(`人${PEOPLE - 1}`);
  expect(t.table.sheet.readId(HEAD + 200)).toBe(t.table.map.idAt(HEAD + 200));
  expect(late?.done).toBe(false);
  const watched = matrixOf(t);
  expect(t.worksheet.getCellMatrix().getDataRange().endRow).toBeGreaterThan(PEOPLE);
  expect(late?.done).toBe(true);
  expect(matrixOf(t)).not.toBe(watched);
  expect(matrixOf(t)).toBe(t.worksheet.getConfig().cellData);
  t.close();
});

it('looking for formulas writes no row, and finds those that were stored', async () => {
  const before = await bed.open(people);
  await before.write({ [HEAD + 250]: { 17: { f: '=1+1', v: 2, t: CellValueType.NUMBER } } });
  const saved = bed.injector.get(IResourceLoaderService).saveUnit<IWorkbookData>(before.table.unitId);
  if (!saved) throw new Error('nothing saved');
  const layout = layoutOf(saved, before.open.bench);
  before.close();
  const t = await bed.open(before.store, layout);
  const formulas = bed.injector.get(FormulaDataModel).getFormulaData();
  expect(formulas[t.table.unitId]?.[t.table.subUnitId]?.[HEAD + 250]?.[17]?.f).toBe('=1+1');
  expect(t.open.late[0]?.done).toBe(false);
  t.close();
});

it('after drawing everything is written and judged in slices, and marks are told of', async () => {
  const t = await bed.open(people);
  const after = new AfterDrawing(bed.binding, t.open.bench, t.open.late);
  expect(t.open.bench.marked).toBe(false);
  after.begin();
  await expect.poll(() => t.open.bench.marked).toBe(true);
  await expect.poll(() => t.open.late.every(({ done }) => done)).toBe(true);
  after.dispose();
  t.close();
});

it('what was changed while a row waited stands in it when it is written', async () => {
  const t = await bed.open(people);
  const id = t.table.map.idAt(HEAD + 280) ?? '';
  bed.binding.apply(t.table.unitId, [{ op: 'update', entity: 'person', id, set: { name: '改了名' } }]);
  expect(t.table.sheet.readRow(HEAD + 280)['name']).toBe('改了名');
  await t.undo();
  expect(t.table.sheet.readRow(HEAD + 280)['name']).toBe('人280');
  t.close();
});
