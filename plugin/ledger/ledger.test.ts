import { afterAll, beforeAll, expect, it } from 'vitest';
import { cellText } from '../binding/cell-text.ts';
import { createTestBed, type OpenTable, type TestBed } from '../testing/create-test-bed.node.ts';

let bed: TestBed;
beforeAll(async () => {
  bed = await createTestBed();
}, 60_000);
afterAll(() => bed.dispose());

const PEOPLE = [
  { id: 'z1', township: '南城镇', village: '白虎村', name: '张三', idNumber: '510104198606111483' },
  { id: 'z2', township: '南城镇', village: '金牛村', name: '张三', idNumber: '511425199005014411' },
  { id: 'l', township: '南城镇', village: '金牛村', name: '李四', idNumber: '511425199105012213' },
];
/** 序号, 乡镇, 村(社区), 姓名, 身份证号码, 培训方式, 培训时间, 培训天数, 培训内容 */
const FIELDS = ['', 'township', 'village', 'name', 'idNumber', 'mode', 'time', 'days', 'content'];

const open = (training: readonly object[] = []): Promise<OpenTable> =>
  bed.open(PEOPLE, undefined, training, ['training-ledger', 'roster']);
const cells = (rows: Readonly<Record<number, Readonly<Record<string, string>>>>) =>
  Object.fromEntries(
    Object.entries(rows).map(([row, texts]) => [
      Number(row) - 1,
      Object.fromEntries(Object.entries(texts).map(([key, v]) => [FIELDS.indexOf(key), { v, t: 1 }])),
    ]),
  );
const line = ({ table }: OpenTable, row: number): string =>
  [1, 2, 3, 4, 5, 6, 7, 8]
    .map((column) => cellText(table.sheet.raw(row - 1, column), table.sheet.workbook.getStyles()))
    .join(' ')
    .trim();
const trainings = ({ store }: OpenTable) => store.ids('training').map((id) => store.get('training', id));

const BLOCK = cells({
  4: { name: '李四', mode: '以会代训', time: '2017.03', days: '1', content: '党课' },
  5: { name: '张三', mode: '以会代训', time: '2017.03', days: '1', content: '党课' },
  6: { village: '白虎村', name: '张三', mode: '以会代训', time: '2017.03', days: '1', content: '党课' },
  7: { name: '赵六', mode: '以会代训', time: '2017.03', days: '1', content: '党课' },
});

it('a pasted block finds its people by name and village; whoever is not found keeps what was typed', async () => {
  const t = await open();
  await t.write(BLOCK);
  expect(trainings(t).map((r) => r?.person)).toEqual(['l', undefined, 'z1', undefined]);
  expect(line(t, 4)).toBe('南城镇 金牛村 李四 511425199105012213 以会代训 2017.03 1 党课');
  expect(line(t, 5)).toBe('张三  以会代训 2017.03 1 党课');
  expect(line(t, 6)).toBe('南城镇 白虎村 张三 510104198606111483 以会代训 2017.03 1 党课');
  expect(line(t, 7)).toBe('赵六  以会代训 2017.03 1 党课');
  expect(t.table.drawn(6, 0)).toBe(4);
  await t.undo();
  expect(t.store.ids('training')).toEqual([]);
  expect(line(t, 4)).toBe('');
  await t.redo();
  expect(line(t, 6)).toBe('南城镇 白虎村 张三 510104198606111483 以会代训 2017.03 1 党课');
  expect(t.failures).toEqual([]);
  t.close();
});

it('one click chooses between two of one name, as a step of its own', async () => {
  const t = await open();
  await t.write(BLOCK);
  const id = t.store.ids('training')[1] ?? '';
  const [issue] = t.store.issuesOf('training', id);
  expect(issue?.choices?.map(({ label }) => label)).toEqual(['是白虎村的张三（）', '是金牛村的张三（）']);
  t.binding.apply(t.open.workbook.getUnitId(), issue?.choices?.[1]?.patch ?? []);
  expect(line(t, 5)).toBe('南城镇 金牛村 张三 511425199005014411 以会代训 2017.03 1 党课');
  await t.undo();
  expect(line(t, 5)).toBe('张三  以会代训 2017.03 1 党课');
  expect(t.store.issuesOf('training', id)).toHaveLength(1);
  t.close();
});

it('another name in a row is another person, never a new name for the same one', async () => {
  const t = await open([{ id: 't', person: 'l', mode: '以会代训', content: '党课' }]);
  await t.write(cells({ 4: { name: '张三' } }));
  expect(t.store.get('training', 't')).toMatchObject({ person: 'z2' });
  expect(line(t, 4)).toBe('南城镇 金牛村 张三 511425199005014411 以会代训   党课');
  await t.write(cells({ 4: { idNumber: '1483' } }));
  expect(line(t, 4)).toBe('南城镇 白虎村 张三 510104198606111483 以会代训   党课');
  for (let step = 0; step < 2; step++) await t.undo();
  expect(line(t, 4)).toBe('南城镇 金牛村 李四 511425199105012213 以会代训   党课');
  expect(PEOPLE.map(({ id }) => t.store.text('person', id, 'name'))).toEqual(['张三', '张三', '李四']);
  t.close();
});

it('an emptied row is a line crossed out; what one clears of a person comes back', async () => {
  const t = await open([{ id: 't', person: 'l', mode: '以会代训', content: '党课' }]);
  await t.clear({ startRow: 3, endRow: 3, startColumn: 1, endColumn: 2 });
  expect(line(t, 4)).toBe('南城镇 金牛村 李四 511425199105012213 以会代训   党课');
  await t.clear({ startRow: 3, endRow: 3, startColumn: 0, endColumn: 8 });
  expect(t.store.ids('training')).toEqual([]);
  await t.undo();
  expect(t.store.get('training', 't')).toMatchObject({ person: 'l', content: '党课' });
  t.close();
});

it('follows the roster: a person renamed there is renamed here', async () => {
  const t = await open([{ id: 't', person: 'l', mode: '以会代训', content: '党课' }]);
  const unit = t.open.workbook.getUnitId();
  t.binding.apply(unit, t.store.edit('person', 'l', { name: '李思', village: '兰沟社区' }));
  expect(line(t, 4)).toBe('南城镇 兰沟社区 李思 511425199105012213 以会代训   党课');
  t.close();
});

it('what belongs to somebody who left goes out of sight with them; 放回 brings it back where it stood', async () => {
  const training = ['l', 'z1', 'l', 'z2'].map((person, n) => ({
    id: `t${n}`,
    person,
    mode: '以会代训',
    content: `第${n}课`,
  }));
  const t = await open(training);
  const unit = t.open.workbook.getUnitId();
  const contents = () => [4, 5, 6, 7, 8].map((row) => line(t, row).split(' ').at(-1));
  const whole = ['第0课', '第1课', '第2课', '第3课', ''];
  expect(contents()).toEqual(whole);
  const leave = { op: 'update', entity: 'person', id: 'l', set: { status: '已移出' } } as const;
  t.binding.apply(unit, [leave]);
  expect(contents()).toEqual(['', '第1课', '', '第3课', '']);
  expect(t.store.ids('training')).toEqual(['t0', 't1', 't2', 't3']);
  await t.undo();
  expect(contents()).toEqual(whole);
  await t.redo();
  t.binding.apply(unit, [{ ...leave, set: { status: null } }]);
  expect([contents(), t.store.ids('training')]).toEqual([whole, ['t0', 't1', 't2', 't3']]);
  // Typed for somebody who left: it stays in sight and is said, until the ledger is opened anew.
  t.binding.apply(unit, [leave]);
  await t.write(cells({ 9: { name: '李四', mode: '以会代训', time: '2017.03', days: '1', content: '补记' } }));
  expect(line(t, 9)).toBe('南城镇 金牛村 李四 511425199105012213 以会代训 2017.03 1 补记');
  const typed = t.store.ids('training').at(-1) ?? '';
  expect(t.store.issuesOf('training', typed).map(({ rule, severity }) => [rule, severity])).toEqual([
    ['owner.removed', 'info'],
  ]);
  expect(t.failures).toEqual([]);
  t.close();
});
