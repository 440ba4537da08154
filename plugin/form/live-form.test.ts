import { SetRangeValuesMutation } from '@univerjs/sheets';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { RecordStore } from '../../records/store.contract.ts';
import type { DataRecord } from '../../records/types.ts';
import { cellText } from '../binding/cell-text.ts';
import { columnIndex } from '../binding/columns.ts';
import { createTestBed, type OpenTable, type TestBed } from '../testing/create-test-bed.node.ts';
import { idOf } from '../testing/fuzz-values.ts';
import { FormSheet } from './form-sheet.ts';

let bed: TestBed;
let t: OpenTable;
let form: FormSheet;
let store: RecordStore;

const full = { township: '甲镇', village: '乙村', education: '本科', mentor: '某某' };
const PEOPLE = [
  { id: 'a', name: '张一', idNumber: idOf(1), phone: '13800000001', ...full },
  { id: 'b', name: '李二', idNumber: idOf(2), phone: '13800000002', ...full },
];
const TRAININGS = [1, 2, 3, 4].map((n) => ({
  id: `t${n}`,
  person: 'a',
  time: `2017.0${n}`,
  mode: '集中培训',
  days: n,
}));

beforeAll(async () => {
  bed = await createTestBed();
});
afterAll(() => bed.dispose());
beforeEach(async () => {
  t = await bed.open(PEOPLE, undefined, TRAININGS, ['roster', 'record-form']);
  const sheet = t.open.bench.sheets.get('record-form');
  if (!(sheet instanceof FormSheet)) throw new Error('no form');
  form = sheet;
  store = t.store;
});

const at = (cell: string): { row: number; column: number } => {
  const found = /^([A-Z]+)(\d+)$/.exec(cell);
  return { row: Number(found?.[2]) - 1, column: columnIndex(found?.[1] ?? 'A') };
};
const shows = (cell: string): string => {
  const { row, column } = at(cell);
  return cellText(form.sheet.worksheet.getCellMatrix().getValue(row, column), t.open.workbook.getStyles());
};
const typeIn = async (texts: Readonly<Record<string, string>>): Promise<void> => {
  const cellValue: Record<number, Record<number, { v: string; t: number }>> = {};
  for (const [cell, v] of Object.entries(texts)) {
    const { row, column } = at(cell);
    cellValue[row] = { ...cellValue[row], [column]: { v, t: 1 } };
  }
  await t.writeTo('record-form', cellValue);
};
const all = (entity: string): DataRecord[] => store.ids(entity).flatMap((id) => store.get(entity, id) ?? []);

it('shows one person, and the roster follows what is typed there', async () => {
  expect([shows('B3'), shows('K3'), shows('B10'), shows('E13'), shows('G12')]).toEqual([
    '张一',
    store.text('person', 'a', 'birthMonth'),
    '集中培训',
    '2017.04',
    '3',
  ]);
  await typeIn({ B4: '汉', N8: '１３９００００００００' });
  expect(store.get('person', 'a')).toMatchObject({ ethnicity: '汉族', phone: '13900000000' });
  expect([shows('B4'), shows('N8')]).toEqual(['汉族', '13900000000']);
  expect(t.table.sheet.readRow(3)['phone']).toBe('13900000000');
  await t.write({ 3: { 3: { v: '张改', t: 1 } } });
  expect(shows('B3')).toBe('张改');
  expect(t.failures).toEqual([]);
});

it('always has a blank line; a record is made by the first text and goes with the last', async () => {
  // Four trainings fill the template's four lines: a fifth stands ready.
  expect([shows('A9'), shows('A15'), shows('B14')]).toEqual(['参加培训情况', '结对帮扶情况', '']);
  await typeIn({ B14: '以会代训', E14: '2017.9' });
  expect(all('training')).toHaveLength(5);
  expect(all('training')[4]).toMatchObject({ person: 'a', mode: '以会代训', time: '2017.9' });
  expect(shows('A16')).toBe('结对帮扶情况');
  await typeIn({ E11: '', G11: '', B11: '' });
  expect(all('training').map(({ id }) => id)).not.toContain('t2');
  // The line stays where it was, blank, and takes what is typed there next.
  expect([shows('B10'), shows('B11'), shows('B12')]).toEqual(['集中培训', '', '集中培训']);
  await typeIn({ I11: '补写' });
  expect(all('training').map(({ content, time }) => content ?? time)).toEqual([
    '2017.01',
    '补写',
    '2017.03',
    '2017.04',
    '2017.9',
  ]);
  await t.undo();
  await t.undo();
  expect(
    all('training')
      .map(({ id }) => id)
      .slice(0, 4),
  ).toEqual(['t1', 't2', 't3', 't4']);
  await t.undo();
  expect(all('training')).toHaveLength(4);
  expect([shows('B14'), shows('A15')]).toEqual(['', '结对帮扶情况']);
  await t.redo();
  expect(shows('B14')).toBe('以会代训');
  expect(t.failures).toEqual([]);
});

it('keeps several mentorings of a quarter in one line, each with its own text', async () => {
  form.show('b');
  await typeIn({ E15: '王五\n赵六', G15: '种植\n养殖' });
  expect(all('mentoring')).toMatchObject([
    { person: 'b', year: '2017', quarter: '1', mentor: '王五', content: '种植' },
    { person: 'b', year: '2017', quarter: '1', mentor: '赵六', content: '养殖' },
  ]);
  await typeIn({ G15: '种植\n水产' });
  expect(all('mentoring').map(({ content }) => content)).toEqual(['种植', '水产']);
  await typeIn({ E15: '王五', G15: '种植' });
  expect(all('mentoring')).toMatchObject([{ mentor: '王五', content: '种植' }]);
  await typeIn({ F25: '同意', B27: '好', B28: '优秀' });
  expect(all('review')).toMatchObject([
    { level: 'village', quarter: '2', opinion: '同意', person: 'b', year: '2017' },
    { level: 'township', quarter: '1', opinion: '好', person: 'b' },
  ]);
  expect(all('yearResult')).toMatchObject([{ person: 'b', year: '2017', result: '优秀' }]);
  expect(t.failures).toEqual([]);
});

it('an opinion that goes leaves the score of its review', async () => {
  store.apply(
    [
      {
        op: 'insert',
        entity: 'review',
        record: { id: 'r', person: 'a', year: 2017, quarter: 1, level: 'township', score: 90, opinion: '好' },
      },
    ],
    'load',
  );
  await Promise.resolve();
  form.refresh();
  expect(shows('B28')).toBe('好');
  await typeIn({ B28: '' });
  expect(store.get('review', 'r')).toEqual({
    id: 'r',
    person: 'a',
    year: 2017,
    quarter: 1,
    level: 'township',
    score: 90,
  });
});

it('undo after switching acts on the person it happened to', async () => {
  await typeIn({ B6: '务农' });
  form.show('b');
  expect(shows('B6')).toBe('');
  const replayed: unknown[] = [];
  const watch = bed.binding.replayed$.subscribe((items) => replayed.push(...items));
  await t.undo();
  watch.unsubscribe();
  expect(store.text('person', 'a', 'occupation')).toBe('');
  expect(shows('B3')).toBe('李二');
  expect(replayed).toMatchObject([{ at: { subUnitId: 'record-form', site: { record: 'a', field: 'occupation' } } }]);
  await t.redo();
  expect([store.text('person', 'a', 'occupation'), store.text('person', 'b', 'occupation')]).toEqual(['务农', '']);
  expect(shows('B6')).toBe('');
});

it('puts labels and merges back whatever a command did, and says so', async () => {
  const said: string[] = [];
  const watch = bed.binding.restored$.subscribe((cells) => said.push(...cells));
  await typeIn({ A3: '名字', B3: '王改' });
  watch.unsubscribe();
  expect([shows('A3'), shows('B3'), said]).toEqual(['姓名', '王改', ['A3']]);
  const merges = form.sheet.worksheet.getMergeData().length;
  await t.run('sheet.mutation.remove-rows', {
    unitId: form.unitId,
    subUnitId: form.subUnitId,
    range: { startRow: 4, endRow: 5, startColumn: 0, endColumn: 16 },
  });
  expect([shows('A5'), shows('A6'), form.sheet.worksheet.getMergeData().length]).toEqual([
    '入党时间',
    '从事职业',
    merges,
  ]);
  expect(store.text('person', 'a', 'name')).toBe('王改');
});

it('switching writes the value cells alone', async () => {
  // Four lines stand in the template: as many for both.
  await typeIn({ B13: '', E13: '', G13: '' });
  let cells = 0;
  const stop = t.watch(SetRangeValuesMutation.id, (params) => {
    const { cellValue } = params as { cellValue: Record<string, object> };
    for (const row of Object.values(cellValue)) cells += Object.keys(row).length;
  });
  form.show('b');
  stop();
  expect(cells).toBeLessThan(40);
  expect([shows('B3'), shows('B10'), form.neighbour(-1), form.neighbour(1)]).toEqual(['李二', '', 'a', null]);
});

it('a line whose time comes to say another year stays under the cursor until another form is shown, and the bar is told', async () => {
  const told: (number | null)[] = [];
  const watch = form.model.moved$.subscribe((year) => told.push(year));
  await typeIn({ E11: '2016.2' });
  expect([told, shows('E11'), shows('E12'), all('training')[1]?.['time']]).toEqual([
    [2016],
    '2016.2',
    '2017.03',
    '2016.2',
  ]);
  // What is typed next in that line belongs to the same training.
  await typeIn({ I11: '去年的一期' });
  expect(all('training')[1]).toMatchObject({ id: 't2', time: '2016.2', content: '去年的一期' });
  await t.undo();
  await t.undo();
  expect([told, shows('E11')]).toEqual([[2016, null], '2017.02']);
  await t.redo();
  expect([told, shows('E11')]).toEqual([[2016, null, 2016], '2016.2']);
  form.show('a', 2016);
  expect([shows('B10'), shows('E10'), shows('E11')]).toEqual(['集中培训', '2016.2', '']);
  form.show('a', 2017);
  expect([shows('E10'), shows('E11')]).toEqual(['2017.01', '2017.03']);
  expect(t.failures).toEqual([]);
  watch.unsubscribe();
});

it('a record typed below blank lines stands where it was typed, and what follows in that line is its own', async () => {
  form.show('b');
  await typeIn({ E12: '2017.5' });
  await typeIn({ G12: '3', I12: '电商' });
  await typeIn({ B10: '集中培训' });
  expect(all('training').slice(4)).toMatchObject([
    { mode: '集中培训', person: 'b' },
    { time: '2017.5', days: '3', content: '电商', person: 'b' },
  ]);
  expect([shows('B10'), shows('E11'), shows('E12')]).toEqual(['集中培训', '', '2017.5']);
  await t.undo();
  expect([shows('B10'), shows('E12')]).toEqual(['', '2017.5']);
  form.show('a');
  form.show('b');
  expect([shows('E10'), shows('E12')]).toEqual(['2017.5', '']);
  expect(t.failures).toEqual([]);
});

it('a new line that begins with another year is one training, and one changed elsewhere leaves the form', async () => {
  await typeIn({ E14: '2016.9' });
  await typeIn({ G14: '3' });
  expect(all('training').slice(4)).toMatchObject([{ time: '2016.9', days: '3' }]);
  expect([shows('E14'), shows('G14'), shows('E15')]).toEqual(['2016.9', '3', '']);
  const told: (number | null)[] = [];
  const watch = form.model.moved$.subscribe((year) => told.push(year));
  form.show('a', 2016);
  form.show('a', 2017);
  store.apply([{ op: 'update', entity: 'training', id: 't3', set: { time: '2016.03' } }], 'test');
  form.refresh();
  expect([shows('E12'), shows('E13'), told]).toEqual(['', '2017.04', [2016]]);
  watch.unsubscribe();
});

it('the next problem passes over what no form has a cell for', async () => {
  const number = idOf(2);
  const gender = Number(number[16]) % 2 === 1 ? '男' : '女';
  const own = { gender, birthMonth: `${number.slice(6, 10)}.${number.slice(10, 12)}` };
  const bad = { person: 'b', level: 'township', opinion: '好', score: 120 };
  store.apply(
    [
      { op: 'update', entity: 'person', id: 'b', set: own },
      { op: 'insert', entity: 'review', record: { ...bad, id: 'fifth', quarter: '5' } },
      {
        op: 'insert',
        entity: 'training',
        record: { id: 'far', person: 'b', time: '2015.10', days: '半天多' },
      },
    ],
    'test',
  );
  expect(store.issuesOf('review', 'fifth').length).toBeGreaterThan(0);
  const cell = form.model.nextBeyond(1);
  expect([form.person, form.year, cell]).toEqual(['b', 2015, at('G10')]);
});
