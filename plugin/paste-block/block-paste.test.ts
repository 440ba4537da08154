import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDigit } from '../../formulas/id-number.ts';
import { createTestBed, type OpenTable, type TestBed } from '../testing/create-test-bed.node.ts';
import { idOf } from '../testing/fuzz-values.ts';
import { BlockPaste, takesBlock } from './block-paste.ts';

let bed: TestBed;
beforeAll(async () => {
  bed = await createTestBed();
});
afterAll(() => bed.dispose());

const ROWS = 300;
const LINES = Array.from({ length: ROWS }, (_, at) => ['南城镇', '白虎村', `人${at}`, '男', '', '', '', '0012']);
const block = (row: number, lines: readonly (readonly string[])[], column = 1) => ({ row, column, lines });
const names = ({ store }: OpenTable) => store.ids('person').map((id) => store.text('person', id, 'name'));

/** All of it, stretch after stretch. */
function carryOut(paste: BlockPaste): void {
  while (!paste.done) paste.step(10_000);
}

describe('a large block', () => {
  it('comes in piece by piece, is judged as it comes, and is one step to undo and redo', async () => {
    const t = await bed.open([{ id: 'a', name: '张一', idNumber: idOf(1) }]);
    expect(takesBlock(t.table, block(4, LINES))).toBe(true);
    const paste = new BlockPaste(bed.binding, t.table, block(4, LINES));
    while (names(t).length < 2) paste.step(0);
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
    expect(new Set(Object.values(t.table.sheet.readRow(4)))).toEqual(new Set(['']));
    await t.redo();
    expect(t.store.toJson().records).toEqual(records);
    expect(t.table.sheet.readRow(ROWS + 3)).toMatchObject({ name: `人${ROWS - 1}` });
    expect(t.failures).toEqual([]);
    t.close();
  });

  it('keeps the pieces that take long in a large sheet in stretches of their own', async () => {
    const t = await bed.open([{ id: 'a', name: '张一' }]);
    const paste = new BlockPaste(bed.binding, t.table, block(4, LINES));
    // Who stands where, for all of them; the rows that are missing; then the texts.
    const rows = t.table.sheet.rowCount;
    paste.step(10_000);
    paste.step(10_000);
    paste.step(10_000);
    expect([t.table.sheet.rowCount, names(t).length]).toEqual([rows, 1]);
    paste.step(10_000);
    expect(t.table.sheet.rowCount).toBeGreaterThan(rows);
    expect(names(t)).toHaveLength(1);
    carryOut(paste);
    expect(names(t)).toHaveLength(1 + ROWS);
    t.close();
  });

  it('is undone in its turn when something else was done before it was in', async () => {
    const t = await bed.open([{ id: 'a', name: '张一' }]);
    const paste = new BlockPaste(bed.binding, t.table, block(4, LINES));
    while (names(t).length < 2) paste.step(0);
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
    carryOut(new BlockPaste(bed.binding, t.table, block(3, lines)));
    expect(t.store.get('person', 'a')).toMatchObject({ extra: { 车牌: '川Z1' } });
    expect(t.store.get('person', 'a')).not.toHaveProperty('unplaced');
    expect(t.table.map.rowOf('a')).toBe(ROWS + 3);
    t.close();
  });
});

/** Valid numbers for more people than the short ones serve. */
const key = (n: number): string => {
  const body = `511425${1970 + (n % 30)}01${String(1 + (n % 28)).padStart(2, '0')}${String(100 + Math.floor(n / 28)).padStart(3, '0')}`;
  return body + checkDigit(body);
};
const PEOPLE = Array.from({ length: ROWS }, (_, n) => ({
  id: `p${n}`,
  name: `人${n}`,
  idNumber: key(n),
  remark: `备${n}`,
}));

describe('a large block over people', () => {
  it('finds everybody again in another order, adds who is new, lists who lost the row; one step', async () => {
    const t = await bed.open(
      PEOPLE.map((p, n) => (n === 7 ? { ...p, extra: { 车牌: '川Z7' } } : p)),
      undefined,
      [{ id: 't', person: 'p0', content: '党课' }],
    );
    const before = t.store.toJson().records;
    // The first is gone, somebody new is in between, the rest is turned round; phones are new.
    const turned = [...PEOPLE].reverse().slice(0, -1);
    const lines = turned.map((p, at) => [
      p.name,
      '',
      '',
      '',
      '',
      '',
      '',
      p.idNumber,
      `1380000${String(at).padStart(4, '0')}`,
    ]);
    lines.splice(150, 0, ['新人', '', '', '', '', '', '', key(ROWS), '']);
    const paste = new BlockPaste(bed.binding, t.table, block(3, lines, 3));
    while (t.store.text('person', 'p299', 'phone') === '') paste.step(0);
    expect(paste.done).toBe(false);
    while (!paste.done) paste.step(0);
    const standing = [...t.table.map.ids()];
    expect(standing.filter((id) => id.startsWith('p'))).toEqual(turned.map((p) => p.id));
    expect(t.store.text('person', standing[150] ?? '', 'name')).toBe('新人');
    expect(t.store.ids('person').filter((id) => t.table.map.rowOf(id) !== undefined)).toEqual(standing);
    expect(t.store.get('person', 'p0')).toMatchObject({ unplaced: true, remark: '备0' });
    // What the block does not reach stays with the person, in the record and in the row where the person now stands.
    for (const id of ['p7', 'p150', 'p299']) {
      const own = `备${id.slice(1)}`;
      expect([
        t.store.text('person', id, 'remark'),
        t.table.sheet.readRow(t.table.map.rowOf(id) ?? 0)['remark'],
      ]).toEqual([own, own]);
    }
    const row = t.table.map.rowOf('p7') ?? 0;
    expect(t.table.sheet.readOwn(row)).toEqual({ 车牌: '川Z7' });
    expect(t.table.sheet.readOwn(10)).toEqual({ 车牌: '' });
    const records = t.store.toJson().records;
    await t.undo();
    expect(t.store.toJson().records).toEqual(before);
    expect([...t.table.map.ids()]).toEqual(PEOPLE.map((p) => p.id));
    expect(t.table.sheet.readOwn(10)).toEqual({ 车牌: '川Z7' });
    expect(t.table.sheet.readRow(20)).toMatchObject({ name: '人17', phone: '', remark: '备17' });
    await t.redo();
    expect(t.store.toJson().records).toEqual(records);
    expect([...t.table.map.ids()]).toEqual(standing);
    expect(t.failures).toEqual([]);
    t.close();
  });

  it('writes one column, empties what is blank, and goes on below the last person', async () => {
    const t = await bed.open(PEOPLE.slice(0, 250));
    await t.write({ 2: { 14: { v: '车牌' } } });
    const lines = Array.from({ length: ROWS }, (_, n) => (n === 3 ? ['', ''] : [`记${n}`, `川Z${n}`]));
    carryOut(new BlockPaste(bed.binding, t.table, block(3, lines, 13)));
    expect(t.store.get('person', 'p2')).toMatchObject({ remark: '记2', extra: { 车牌: '川Z2' } });
    expect(t.store.get('person', 'p3')).not.toHaveProperty('remark');
    expect(t.store.ids('person')).toHaveLength(ROWS);
    await t.undo();
    expect(t.store.get('person', 'p3')).toMatchObject(PEOPLE[3] ?? {});
    expect(t.store.ids('person')).toHaveLength(250);
    expect([4, 290].map((row) => t.table.sheet.readOwn(row))).toEqual([{ 车牌: '' }, { 车牌: '' }]);
    expect(t.failures).toEqual([]);
    t.close();
  });
});

describe('colours of a large block', () => {
  it('come with its texts, in the same step to undo and redo, and whatever was coloured before comes back', async () => {
    const t = await bed.open(PEOPLE);
    const look = (row: number, column: number) => {
      const style = t.open.workbook.getStyles().getStyleByCell(t.table.sheet.raw(row, column));
      return [style?.bg?.rgb ?? null, style?.cl?.rgb ?? null, style?.n?.pattern];
    };
    await t.write({ 4: { 2: { s: { bg: { rgb: '#00FF00' } } } } });
    const plain = look(9, 2)[1];
    const colours = LINES.flatMap((_, row) => [
      { row, column: 0, colours: { bg: { rgb: '#ffff00' } } },
      null,
      { row, column: 1, colours: { cl: { rgb: '#ff0000' }, bg: { rgb: '#0000ff' } } },
    ]);
    const paste = new BlockPaste(bed.binding, t.table, block(4, LINES), undefined, colours);
    while (!paste.done) paste.step(0);
    const painted = (row: number) => [look(row, 1), look(row, 2)];
    for (const row of [4, 100, ROWS + 3]) {
      expect(painted(row)).toEqual([
        ['#ffff00', plain, '@'],
        ['#0000ff', '#ff0000', '@'],
      ]);
    }
    expect(look(100, 3)).toEqual([null, plain, '@']);
    const { records } = t.store.toJson();
    await t.undo();
    expect(look(4, 2)).toEqual(['#00FF00', plain, '@']);
    expect(look(100, 1)).toEqual([null, plain, '@']);
    expect(names(t)).toEqual(PEOPLE.map(({ name }) => name));
    await t.redo();
    expect(painted(100)[1]).toEqual(['#0000ff', '#ff0000', '@']);
    expect(t.store.toJson().records).toEqual(records);
    expect(t.failures).toEqual([]);
    t.close();
  });
});

describe('takesBlock', () => {
  it('leaves header, merged and hidden rows, columns beside the table and notes beside nobody to the spreadsheet', async () => {
    const t = await bed.open([{ id: 'a', name: '张一' }]);
    const five = (column: number, text = '字') => block(4, [[text], [text], [text], [text], [text]], column);
    expect(takesBlock(t.table, block(3, [['a'], ['b']]))).toBe(true);
    expect(takesBlock(t.table, block(2, [['a'], ['b']]))).toBe(false);
    expect(takesBlock(t.table, five(1))).toBe(true);
    expect(takesBlock(t.table, five(14))).toBe(false);
    await t.write({ 2: { 14: { v: '车牌' } } });
    expect(takesBlock(t.table, five(14))).toBe(false);
    expect(takesBlock(t.table, five(14, ''))).toBe(true);
    expect(takesBlock(t.table, block(4, [['记', '川Z']], 13))).toBe(true);
    t.worksheet.getMergeData().push({ startRow: 6, endRow: 7, startColumn: 1, endColumn: 1 });
    expect(takesBlock(t.table, five(1))).toBe(false);
    t.close();
  });
});
