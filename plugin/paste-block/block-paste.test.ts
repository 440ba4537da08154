import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestBed, type OpenTable, type TestBed } from '../testing/create-test-bed.node.ts';
import { idOf } from '../testing/fuzz-values.ts';
import { BlockPaste, isFree } from './block-paste.ts';

let bed: TestBed;
beforeAll(async () => {
  bed = await createTestBed();
});
afterAll(() => bed.dispose());

const ROWS = 300;
const LINES = Array.from({ length: ROWS }, (_, at) => ['南城镇', '白虎村', `人${at}`, '男', '', '', '', '0012']);
const names = ({ store }: OpenTable) => store.ids('person').map((id) => store.text('person', id, 'name'));

describe('a large block', () => {
  it('comes in piece by piece, is judged as it comes, and is one step to undo and redo', async () => {
    const t = await bed.open([{ id: 'a', name: '张一', idNumber: idOf(1) }]);
    expect(isFree(t.table, 4, ROWS, [1, 2, 3, 4])).toBe(true);
    const paste = new BlockPaste(bed.binding, t.table, LINES, 4, 1);
    paste.step(0);
    const some = names(t).length;
    expect(some).toBeGreaterThan(1);
    expect(some).toBeLessThan(ROWS);
    expect(t.store.issuesOf('person', t.table.map.idAt(4) ?? '').map((i) => i.rule)).toContain('required');
    while (!paste.done) paste.step(0);
    expect(names(t)).toEqual(['张一', ...LINES.map((line) => line[2])]);
    expect([...t.table.map.ids()]).toEqual(t.store.ids('person'));
    expect(t.table.sheet.readRow(ROWS + 3)).toMatchObject({ name: `人${ROWS - 1}`, education: '0012' });
    // What is typed below the block next keeps its digits.
    const styles = t.open.workbook.getStyles();
    expect(styles.getStyleByCell(t.table.sheet.raw(ROWS + 40, 10))?.n?.pattern).toBe('@');
    const { records } = t.store.toJson();
    await t.undo();
    expect(names(t)).toEqual(['张一']);
    expect(t.table.sheet.isBlank(4)).toBe(true);
    await t.redo();
    expect(t.store.toJson().records).toEqual(records);
    expect(t.table.sheet.readRow(ROWS + 3)).toMatchObject({ name: `人${ROWS - 1}` });
    expect(t.failures).toEqual([]);
    t.close();
  });

  it('is undone in its turn when something else was done before it was in', async () => {
    const t = await bed.open([{ id: 'a', name: '张一' }]);
    const paste = new BlockPaste(bed.binding, t.table, LINES, 4, 1);
    paste.step(0);
    bed.binding.apply(t.open.workbook.getUnitId(), t.store.edit('person', 'a', { name: '张二' }));
    await t.undo();
    expect(names(t)[0]).toBe('张一');
    expect(names(t).length).toBeGreaterThan(1);
    await t.undo();
    expect(names(t)).toEqual(['张一']);
    t.close();
  });

  it('brings back whoever is known by the ID number, and keeps own columns', async () => {
    const t = await bed.open([{ id: 'a', name: '张一', idNumber: idOf(1), unplaced: true, extra: { 车牌: '旧' } }]);
    const lines = [...LINES, ['', '', '张一', '', '', '', '', '', '', idOf(1), '', '', '', '川Z1']];
    new BlockPaste(bed.binding, t.table, lines, 3, 1).step(10_000);
    expect(t.store.get('person', 'a')).toMatchObject({ extra: { 车牌: '川Z1' } });
    expect(t.store.get('person', 'a')).not.toHaveProperty('unplaced');
    expect(t.table.map.rowOf('a')).toBe(ROWS + 3);
    t.close();
  });
});

describe('isFree', () => {
  it('leaves rows with people, texts or merged cells, and columns beside the table, to the spreadsheet', async () => {
    const t = await bed.open([{ id: 'a', name: '张一' }]);
    expect(isFree(t.table, 3, 5, [1])).toBe(false);
    expect(isFree(t.table, 2, 5, [1])).toBe(false);
    expect(isFree(t.table, 4, 5, [1, 15])).toBe(false);
    expect(isFree(t.table, 4, 5, [1])).toBe(true);
    await t.write({ 2: { 14: { v: '车牌' } }, 6: { 14: { v: '谁的' } } });
    expect(isFree(t.table, 4, 5, [1])).toBe(false);
    expect(isFree(t.table, 7, 5, [1, 14])).toBe(true);
    t.close();
  });
});
