import { SetRangeValuesMutation, SetWorksheetActivateCommand } from '@univerjs/sheets';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openProject } from '../../records/store.ts';
import { figureText } from '../../reports/quarterly/figure-value.ts';
import { quarterlyOf } from '../../reports/quarterly/from-store.ts';
import { housePack, SETTINGS } from '../../xlsx/export/testing/project.node.ts';
import { cellText } from '../binding/cell-text.ts';
import { columnIndex } from '../binding/columns.ts';
import { firstCellOf } from '../commands/first-cells.ts';
import { CellsPaste, takesCells } from '../paste-block/cells-paste.ts';
import { createTestBed, type OpenTable, type TestBed } from '../testing/create-test-bed.node.ts';
import { ReviewSheet } from './review-sheet.ts';

let bed: TestBed;
beforeAll(async () => {
  bed = await createTestBed();
}, 60_000);
afterAll(() => bed.dispose());

const person = (id: string, name: string, township = '南城镇') => ({ id, name, township, village: '白虎村' });
const review = (id: string, who: string, quarter: string, level: string, score: number | string) => ({
  id,
  person: who,
  quarter,
  level,
  score,
});

interface Opened extends OpenTable {
  readonly review: ReviewSheet;
  /** The text of a cell such as `G6`. */
  text(cell: string): string;
  type(texts: Readonly<Record<string, string>>): Promise<void>;
  front(subUnitId: string): Promise<boolean>;
}

const at = (cell: string): { row: number; column: number } => {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return { row: Number(row) - 1, column: columnIndex(letters) };
};

async function open(people: readonly object[], reviews: readonly object[] = []): Promise<Opened> {
  const loaded = await housePack();
  const json = { pack: loaded.pack.id, settings: SETTINGS, records: { person: people, review: reviews } };
  const opened = openProject(loaded.pack, json);
  if (!opened.ok) throw new Error(opened.error.code);
  const t = await bed.open(opened.store, undefined, [], ['roster', 'quarterly-review']);
  const sheet = [...t.open.bench.sheets.values()][1];
  if (!(sheet instanceof ReviewSheet)) throw new Error('no quarterly sheet');
  const { worksheet, workbook } = sheet.sheet;
  const unitId = workbook.getUnitId();
  const front = (subUnitId: string) => t.run(SetWorksheetActivateCommand.id, { unitId, subUnitId });
  await front(sheet.subUnitId);
  return {
    ...t,
    review: sheet,
    front,
    text(cell) {
      const { row, column } = at(cell);
      const drawn = sheet.drawn(row, column);
      return drawn === null
        ? cellText(worksheet.getCellMatrix().getValue(row, column), workbook.getStyles())
        : `${drawn}`;
    },
    async type(texts) {
      const cellValue: Record<number, Record<number, { v: string }>> = {};
      for (const [cell, v] of Object.entries(texts)) {
        const { row, column } = at(cell);
        cellValue[row] = { ...cellValue[row], [column]: { v } };
      }
      await t.run(SetRangeValuesMutation.id, { unitId, subUnitId: sheet.subUnitId, cellValue });
    },
  };
}

/** Columns of the quarterly table: scores and grades by quarter, village before township; then the figures. */
const [TOWNSHIP_1, GRADE_1, TOWNSHIP_2] = ['G', 'H', 'K'];
const FIGURES = { village: 'U', township: 'V', rank: 'W', change: 'X', missing: 'Y' };

it('shows people in the order of the roster with their reviews and figures', async () => {
  const t = await open(
    [person('a', '张三'), person('b', '李四'), person('c', '王五', '北城镇')],
    [
      review('1', 'a', '1', 'township', 80),
      review('2', 'a', '2', 'township', 85),
      review('3', 'b', '1', 'township', 90),
    ],
  );
  expect(['B6', 'C6', 'D6', `${TOWNSHIP_1}6`, `${TOWNSHIP_2}6`].map(t.text)).toEqual([
    '南城镇',
    '白虎村',
    '张三',
    '80',
    '85',
  ]);
  expect(Object.values(FIGURES).map((column) => t.text(`${column}6`))).toEqual([
    '',
    '82.5',
    '2',
    '+5',
    '村1、2、3季度；乡镇3季度',
  ]);
  expect([t.text('W7'), t.text('W8'), t.review.drawn(6, 0)]).toEqual(['1', '', 2]);
  expect(t.text('A2')).toBe('青神县村级后备干部2017年季度评议表');
  expect([t.review.scaleAt(5, 6), t.review.scaleAt(6, 6), t.review.scaleAt(5, 7)]).toEqual([
    '#FFEB84',
    '#B1D580',
    null,
  ]);
  await t.type({ G6: '120' });
  expect(t.review.scaleAt(5, 6)).toBeNull();
  t.close();
});

it('typing makes a review, changes it, and takes it away when nothing is left; undo goes back step by step', async () => {
  const t = await open([person('a', '张三'), person('b', '李四')], [review('3', 'b', '1', 'township', 90)]);
  await t.type({ [`${TOWNSHIP_1}6`]: '95', [`${GRADE_1}6`]: '好' });
  const [id = ''] = t.store.ids('review').filter((r) => r !== '3');
  const { id: _, ...made } = t.store.get('review', id) ?? { id: '' };
  expect(made).toEqual({ person: 'a', year: '2017', quarter: '1', level: 'township', score: '95', grade: '好' });
  expect(['V6', 'W6', 'V7', 'W7'].map(t.text)).toEqual(['95', '1', '90', '2']);
  await t.type({ [`${TOWNSHIP_1}6`]: '85' });
  expect(['V6', 'W6', 'W7'].map(t.text)).toEqual(['85', '2', '1']);
  await t.type({ [`${TOWNSHIP_1}6`]: '', [`${GRADE_1}6`]: '' });
  expect(t.store.ids('review')).toEqual(['3']);
  expect(['V6', 'W6', 'W7'].map(t.text)).toEqual(['', '', '1']);
  await t.undo();
  expect([`${TOWNSHIP_1}6`, 'W6', 'W7'].map(t.text)).toEqual(['85', '2', '1']);
  await t.undo();
  await t.undo();
  expect(t.store.ids('review')).toEqual(['3']);
  expect(t.text(`${TOWNSHIP_1}6`)).toBe('');
  expect(t.failures).toEqual([]);
  t.close();
});

it('keeps a review that has an opinion when score and grade are cleared', async () => {
  const t = await open([person('a', '张三')], [{ ...review('1', 'a', '1', 'township', 80), opinion: '踏实' }]);
  await t.type({ [`${TOWNSHIP_1}6`]: '' });
  expect(t.store.get('review', '1')).toMatchObject({ opinion: '踏实' });
  expect(t.text('Y6')).toBe('村1、2、3季度；乡镇2、3季度；乡镇1季度缺分数');
  t.close();
});

it('marks what is wrong at its cell and puts back what is not typed here', async () => {
  const t = await open([person('a', '张三')]);
  await t.type({ [`${TOWNSHIP_1}6`]: '120', [`${GRADE_1}6`]: '尚可' });
  const site = t.review.siteAt(5, 6);
  const issues = site ? t.store.issuesOf(site.entity, site.record) : [];
  expect(issues.map(({ rule, field }) => `${rule} ${field}`)).toEqual(['review.score score', 'choice.unknown grade']);
  expect(t.text('V6')).toBe('');
  await t.type({ D6: '李四', V6: '100', A2: '别的', Z6: '备注' });
  expect(['D6', 'V6', 'A2'].map(t.text)).toEqual(['张三', '', '青神县村级后备干部2017年季度评议表']);
  expect(['D6', 'V6', 'A4', 'Y9'].map((cell) => t.review.lockAt(at(cell).row, at(cell).column))).toEqual([
    'person',
    'figure',
    'header',
    'aside',
  ]);
  expect(t.store.text('person', 'a', 'name')).toBe('张三');
  t.close();
});

it('follows the roster: people who come, move and leave, written once the tab is in front', async () => {
  const t = await open([person('a', '张三'), person('b', '李四')], [review('1', 'a', '1', 'township', 80)]);
  const unit = t.open.workbook.getUnitId();
  await t.front(t.table.subUnitId);
  t.binding.apply(unit, [
    { op: 'insert', entity: 'person', record: person('c', '王五') },
    { op: 'update', entity: 'person', id: 'b', set: { status: '已移出' } },
  ]);
  expect(t.text('D6')).toBe('张三');
  await t.front(t.review.subUnitId);
  expect(['D6', 'V6', 'W6', 'D7', 'D8'].map(t.text)).toEqual(['张三', '80', '1', '王五', '']);
  expect(t.review.sheet.worksheet.getRowCount()).toBe(7);
  t.close();
});

it('edits one by one give the figures of the whole table computed afresh', async () => {
  const t = await open(
    Array.from({ length: 12 }, (_, n) => person(`p${n}`, `人${n}`, n % 3 === 0 ? '北城镇' : '南城镇')),
  );
  for (let step = 0; step < 30; step++) {
    const column = [TOWNSHIP_1, TOWNSHIP_2, 'E'][step % 3] ?? 'G';
    await t.type({ [`${column}${6 + ((step * 7) % 12)}`]: step % 5 === 4 ? '' : String(60 + ((step * 13) % 40)) });
  }
  for (const [n, row] of quarterlyOf(t.store).rows.entries())
    expect(
      ['average.village', 'average.township', 'rank', 'change', 'missing'].map((_, k) =>
        t.text(`${'UVWXY'[k]}${6 + n}`),
      ),
    ).toEqual(
      (['average.village', 'average.township', 'rank', 'change', 'missing'] as const).map((f) => figureText(row, f)),
    );
  expect(t.failures).toEqual([]);
  t.close();
});

it('of two reviews in one place the later record counts, before and after an edit; both are said, none is lost', async () => {
  const t = await open(
    [person('a', '甲')],
    [review('late', 'a', '1', 'township', 70), review('other', 'a', '2', 'township', 60)],
  );
  // Inserted before the one that stands there: the order of the records is not that of their coming.
  const early = { ...review('early', 'a', '1', 'township', 90), year: '2017' };
  const unit = t.open.workbook.getUnitId();
  t.binding.apply(unit, [{ op: 'insert', entity: 'review', record: early, before: 'late' }]);
  const doubled = () =>
    t.store.ids('review').filter((id) => t.store.issuesOf('review', id).some(({ rule }) => rule === 'review.doubled'));
  expect(t.text('G6')).toBe('70');
  expect(doubled()).toEqual(['early', 'late']);
  await t.type({ K6: '65' });
  expect([t.text('G6'), quarterlyOf(t.store).rows[0]?.marks[0]?.township?.score]).toEqual(['70', 70]);
  t.binding.apply(unit, [{ op: 'update', entity: 'review', id: 'late', set: { year: '2017' } }]);
  expect(doubled()).toEqual(['early', 'late']);
  await t.type({ G6: '' });
  expect([t.text('G6'), t.store.ids('review'), doubled()]).toEqual(['90', ['early', 'other'], []]);
  t.close();
});

it('every row of the table says that its height is fixed: a paste does not measure it', async () => {
  const t = await open([person('a', '甲'), person('b', '乙')]);
  const rows = t.review.sheet.worksheet.getRowManager();
  expect([5, 6].map((row) => rows.getRow(row)?.ia)).toEqual([0, 0]);
  t.close();
});

it('tells what can be typed into as its cells do, and makes no figures for it', async () => {
  const people = [person('p1', '张三'), person('p2', '李四')];
  const { review: sheet, open: opened } = await open(people, [review('r1', 'p1', '1', 'township', 85)]);
  const { model } = sheet;
  for (let row = 0; row < 9; row++)
    for (let column = 0; column < 24; column++) {
      const { lock } = model.at(row, column);
      expect(sheet.lockAt(row, column)).toBe(lock);
      expect(sheet.partAt(row, column)).toBe(lock === null ? 'body' : 'head');
    }
  const { store } = opened.bench;
  store.apply([{ op: 'settings', set: { unit: '城北' } }], 'test');
  const asked: string[] = [];
  const ids = store.ids.bind(store);
  store.ids = (entity) => {
    asked.push(entity);
    return ids(entity);
  };
  expect(firstCellOf(sheet)).not.toBeNull();
  expect(asked).not.toContain('review');
  expect(model.at(5, 6).text).not.toBeUndefined();
  expect(asked).toContain('review');
});

it('a long column of scores comes in by pieces, with ranks that are right after each, as one step', async () => {
  const ids = Array.from({ length: 150 }, (_, n) => `p${n}`);
  const t = await open(ids.map((id) => person(id, id)));
  const lines = ids.map((_, n) => [String((n * 37) % 100)]);
  const block = { row: 5, column: columnIndex('G'), lines };
  expect(takesCells(t.review, block)).toBe(true);
  expect(takesCells(t.review, { ...block, column: columnIndex('V') })).toBe(false);
  expect(takesCells(t.review, { ...block, row: 6 })).toBe(false);
  const paste = new CellsPaste(t.binding, t.review, block);
  const ranked = () => {
    const { rows } = quarterlyOf(t.store);
    expect(rows.map((_, n) => t.text(`W${n + 6}`) || null)).toEqual(rows.map(({ rank }) => rank && String(rank)));
  };
  paste.step(0);
  expect(paste.done).toBe(false);
  ranked();
  while (!paste.done) paste.step(0);
  ranked();
  expect(t.store.ids('review').map((id) => t.store.text('review', id, 'score'))).toEqual(lines.flat());
  await t.undo();
  expect(t.store.ids('review')).toEqual([]);
  t.close();
});

it('two reviews in one place are said also where neither has a year, or neither a quarter', async () => {
  const t = await open(
    [person('a', '甲'), person('b', '乙')],
    [
      review('a1', 'a', '1', 'township', 70),
      review('a2', 'a', '1', 'township', 80),
      { ...review('a3', 'a', '1', 'township', 75), year: '2016' },
      review('a4', 'a', '1', 'village', 75),
      review('b1', 'b', '', 'township', 70),
      review('b2', 'b', '', 'township', 90),
      review('b3', 'b', '2', 'township', 90),
    ],
  );
  const said = t.store.ids('review').flatMap((id) => t.store.issuesOf('review', id).map(({ rule }) => `${id} ${rule}`));
  expect(said.filter((line) => line.endsWith('doubled'))).toEqual(
    ['a1', 'a2', 'b1', 'b2'].map((id) => `${id} review.doubled`),
  );
  const [issue] = t.store.issuesOf('review', 'a1').filter(({ rule }) => rule === 'review.doubled');
  expect(issue?.message).toMatch(/^这个人第1季度的乡镇评议有 2 条，/);
  t.binding.apply(t.open.workbook.getUnitId(), [{ op: 'update', entity: 'review', id: 'a2', set: { quarter: '2' } }]);
  expect(t.store.issuesOf('review', 'a1').filter(({ rule }) => rule === 'review.doubled')).toEqual([]);
  t.close();
});
