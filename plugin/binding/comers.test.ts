import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planMerge } from '../../records/merge/plan.ts';
import { resolveMerge } from '../../records/merge/resolve.ts';
import { source } from '../../records/merge/testing.node.ts';
import { createTestBed, type OpenTable, type TestBed } from '../testing/create-test-bed.node.ts';
import { idOf } from '../testing/fuzz-values.ts';

let bed: TestBed;
beforeAll(async () => {
  bed = await createTestBed();
});
afterAll(() => bed.dispose());

const person = (id: string, n: number, township: string, village: string) => ({
  id,
  township,
  village,
  name: `人${id}`,
  idNumber: idOf(n),
});
/** As a clerk has it, with a blank row in it: the second township's people stand above the first one's last. */
const PEOPLE = [
  person('a', 1, '南城镇', '白虎村'),
  person('b', 2, '南城镇', '白虎村'),
  person('c', 3, '西龙镇', '白虎村'),
  person('d', 4, '南城镇', '金牛村'),
];

/** Merges what was sent into the open table, as the page does it. */
function receive(
  { store, open }: OpenTable,
  sent: readonly (readonly [n: number, township: string, village: string])[],
) {
  const rows = sent.map(([n, township, village], at) =>
    source('收到.xlsx', at + 4, { township, village, name: `新${n}`, idNumber: idOf(n) }),
  );
  const plan = planMerge(store, open.bench.loaded.pack, 'person', rows, new Set());
  bed.binding.apply(open.bench.unitId, resolveMerge(store, plan, {}).patch);
}

const shown = ({ table }: OpenTable) =>
  Array.from({ length: 12 }, (_, at) => table.sheet.readRow(at + table.sheet.firstRow)['name'])
    .join(' ')
    .trim();

describe('people who come by a merge', () => {
  it('stand after the last one of their own village and township, as one step, notes and colours moving along', async () => {
    const t = await bed.open(PEOPLE);
    await t.write({ 2: { 15: { v: '车牌' } } });
    await t.write({ 5: { 15: { v: '川Z3' }, 18: { v: '便条' }, 3: { s: { bg: { rgb: '#ffff00' } } } } });
    const records = JSON.stringify(t.store.toJson().records);
    const before = shown(t);
    receive(t, [
      [10, '南城镇', '白虎村'],
      [11, '南城镇', '金牛村'],
      [12, '西龙镇', '白虎村'],
      [13, '南城镇', '白虎村'],
      [14, '南城镇', '兰沟社区'],
    ]);
    const after = '人a 人b 新10 新13 人c 新12 人d 新11 新14';
    expect(shown(t)).toBe(after);
    expect([...t.table.map.ids()]).toEqual(t.store.ids('person'));
    const note = () => t.table.sheet.raw(t.table.map.rowOf('c') ?? 0, 18)?.v;
    const colour = () =>
      t.open.workbook.getStyles().getStyleByCell(t.table.sheet.raw(t.table.map.rowOf('c') ?? 0, 3))?.bg;
    expect([note(), colour()]).toEqual(['便条', { rgb: '#ffff00' }]);
    expect(t.table.sheet.readOwn(t.table.map.rowOf('c') ?? 0)).toEqual({ 车牌: '川Z3' });
    // What is typed into a new row next keeps its digits, and it looks like its neighbours.
    const look = (row: number, column: number) =>
      t.open.workbook.getStyles().getStyleByCell(t.table.sheet.raw(row, column));
    for (const column of [0, 5, 10, 13]) expect(look(5, column)).toEqual(look(4, column));
    const merged = JSON.stringify(t.store.toJson().records);

    await t.undo();
    expect(shown(t)).toBe(before);
    expect(JSON.stringify(t.store.toJson().records)).toBe(records);
    expect([...t.table.map.ids()]).toEqual(['a', 'b', 'c', 'd']);
    expect(note()).toBe('便条');
    await t.redo();
    expect(shown(t)).toBe(after);
    expect(JSON.stringify(t.store.toJson().records)).toBe(merged);
    expect(look(5, 0)).toEqual(look(4, 0));
    await t.undo();
    await t.undo();
    expect(t.store.get('person', 'c')).not.toHaveProperty('extra');
    expect(t.failures).toEqual([]);
    t.close();
  });

  it('come before everybody where their village does, and below where it is the last', async () => {
    const t = await bed.open(PEOPLE);
    const { store } = t;
    for (const [order, name] of ['兰沟社区', '白虎村'].entries())
      store.apply(
        [{ op: 'insert', entity: 'village', record: { id: `v${order}`, township: '南城镇', name, order } }],
        'test',
      );
    receive(t, [
      [20, '南城镇', '兰沟社区'],
      [21, '新镇', '新村'],
    ]);
    expect(shown(t)).toBe('新20 人a 人b 人c 人d 新21');
    await t.undo();
    expect(shown(t)).toBe('人a 人b 人c 人d');
    expect(t.failures).toEqual([]);
    t.close();
  });

  it('leave the rest of a patch its place: whoever changes, leaves or comes back in the same step', async () => {
    const t = await bed.open(PEOPLE);
    await t.clear({ startRow: 4, endRow: 4, startColumn: 0, endColumn: 13 });
    expect(t.store.get('person', 'b')).toMatchObject({ unplaced: true });
    const [insert] = t.store.edit('person', null, { name: '新人', township: '南城镇', village: '白虎村' });
    if (insert?.op !== 'insert') throw new Error('nobody');
    bed.binding.apply(t.open.bench.unitId, [
      insert,
      { op: 'update', entity: 'person', id: 'b', set: { unplaced: null } },
      { op: 'update', entity: 'person', id: 'c', set: { status: '调出' } },
      { op: 'update', entity: 'person', id: 'd', set: { name: '人四' } },
      { op: 'order', entity: 'person', ids: ['a', insert.record.id, 'b', 'c', 'd'] },
    ]);
    expect([...t.table.map.ids()]).toEqual(['a', insert.record.id, 'b', 'd']);
    expect(shown(t)).toBe('人a 新人 人b   人四');
    await t.undo();
    expect([...t.table.map.ids()]).toEqual(['a', 'c', 'd']);
    expect(shown(t)).toBe('人a  人c 人d');
    await t.redo();
    expect(shown(t)).toBe('人a 新人 人b   人四');
    await t.undo();
    await t.undo();
    expect(shown(t)).toBe('人a 人b 人c 人d');
    expect(t.failures).toEqual([]);
    t.close();
  });
});
