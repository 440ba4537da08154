import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { planMerge } from '../../records/merge/plan.ts';
import { resolveMerge } from '../../records/merge/resolve.ts';
import { newProject } from '../../records/store.ts';
import { settingsSchema } from '../../records/types.ts';
import { housePack, SETTINGS as LOOSE } from '../export/testing/project.node.ts';
import {
  HEAD,
  MENTORING,
  named,
  PRACTICE,
  RESULT,
  type Rows,
  TITLE,
  TOWNSHIP,
  TRAINING,
  VILLAGE,
} from '../form/testing/retyped.ts';
import { inlineRows, makeWorkbook } from '../read/made-workbook.ts';
import { checkWorkbook } from './check-workbook.ts';
import { sourceRows } from './source-rows.ts';

const { pack } = await housePack();
const SETTINGS = settingsSchema.parse(LOOSE);

function checked(sheets: Readonly<Record<string, Rows>>) {
  const data = Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, inlineRows(rows)]));
  const result = checkWorkbook(makeWorkbook({ sheets: data }), [pack], SETTINGS);
  if (!result.ok) throw new Error(result.error.code);
  const people = result.checked.sheets.flatMap(({ records }) =>
    records.map(({ record, children = [] }) => [record.name, children.map((c) => `${c.sheet ?? ''} ${c.entity}`)]),
  );
  const told = result.checked.sheets.flatMap(({ sheet, issues }) =>
    issues.flatMap(({ cell, rule }) =>
      rule.includes('.owner') || rule.includes('unread') ? [`${sheet} ${cell} ${rule}`] : [],
    ),
  );
  return { ...result, people, told };
}

const FRONT: Rows = [...TITLE, ...HEAD, ...TRAINING, ...MENTORING];
const BACK: Rows = [...PRACTICE, ...TOWNSHIP, ...RESULT];
const back = (sheet: string) => ['practice', 'review', 'yearResult'].map((entity) => `${sheet} ${entity}`);

test('a second page on a sheet of its own belongs to the only person', () => {
  const { people, told } = checked({ 正面: FRONT, 反面: BACK });
  expect(people).toEqual([['张三', [' training', ' mentoring', ...back('反面')]]]);
  expect(told).toEqual([]);
});

test('of several people, to the one whom it or its sheet names, the longer name first', () => {
  const longer = named(FRONT, '张三丰');
  const { people } = checked({ 甲: FRONT, 乙: longer, 张三丰背面: BACK, 背面: [['姓名：张三'], ...BACK] });
  expect(people).toEqual([
    ['张三', [' training', ' mentoring', ...back('背面')]],
    ['张三丰', [' training', ' mentoring', ...back('张三丰背面')]],
  ]);
});

test('a page that may be of several people, or that says what the form says already, is told and given to nobody', () => {
  const { people, told } = checked({ 甲: FRONT, 乙: named(FRONT, '李四'), 背面: BACK });
  expect(people.map(([, children]) => children)).toEqual([
    [' training', ' mentoring'],
    [' training', ' mentoring'],
  ]);
  expect(told).toEqual(['背面 A1 page.owner']);
  expect(checked({ 甲: [...FRONT, ...TOWNSHIP], 又: TOWNSHIP }).told).toEqual(['又 A1 page.owner']);
});

test('a head alone is a form where pages stand beside it, and what is wrong there is said on its sheet', () => {
  const wrong: Rows = [['不相干的话'], ...TRAINING.map((row) => row.map((text) => (text === '5' ? '五十' : text)))];
  const { people, told, checked: book } = checked({ 基本信息: HEAD, 培训: wrong, 帮扶: MENTORING });
  expect(people).toEqual([['张三', ['培训 training', '帮扶 mentoring']]]);
  expect(told).toEqual(['培训 A1 section.unread']);
  const days = book.sheets.flatMap(({ sheet, issues }) =>
    issues.flatMap((i) => (i.field === 'days' ? [[sheet, i.cell]] : [])),
  );
  expect(days).toEqual([['培训', 'D3']]);
});

test('a score beside an opinion is read, and comes into the review that another form had brought without it', () => {
  const [[label = '', ...quarters] = []] = VILLAGE;
  const scored: Rows = [
    [label, '季度', '评定意见', '得分', '等次', '签字'],
    ...quarters.map((quarter, n) => [
      '',
      quarter,
      n === 0 ? '村一' : '',
      n === 0 ? ' 85 分' : '',
      '',
      n === 0 ? '王五' : '',
    ]),
  ];
  const forms = [{ 甲: [...FRONT, ...VILLAGE] }, { 乙: [...FRONT, ...scored, ['政治面貌', '群众']] }].map((sheets) =>
    checked(sheets),
  );
  expect(forms[1]?.told).toEqual([
    '乙 F13 section.unread',
    '乙 F14 section.unread',
    '乙 A18 section.unread',
    '乙 B18 section.unread',
  ]);
  const store = newProject(pack, SETTINGS, []);
  const sources = forms.flatMap(({ checked: book }, n) => sourceRows({ file: `${n}.xlsx` }, book));
  const { patch, open } = resolveMerge(store, planMerge(store, pack, 'person', sources), {});
  store.apply(patch, 'test');
  expect(open).toEqual([]);
  const reviews = store.ids('review').map((id) => store.get('review', id));
  expect(reviews.map((review) => [review?.quarter, review?.opinion, review?.score])).toEqual([
    ['1', '村一', '85'],
    ['3', '村三', undefined],
  ]);
});

test('what the template has no place for is read where the form has a label for it', () => {
  const { checked: book } = checked({
    张三: [...TITLE, ['所在村：', '白虎村'], ...HEAD, ['政治面貌', '群众'], ...TRAINING],
  });
  expect(book.sheets[0]?.records[0]?.record).toMatchObject({ village: '白虎村', politicalStatus: '群众' });
});

test('a form that nobody filled in is a blank one, no file sent by mistake', async () => {
  const file = new URL('../../sheets-templates/village-reserve-cadres/record-form/record-form.xlsx', import.meta.url);
  expect(checkWorkbook(new Uint8Array(await readFile(file)), [pack], SETTINGS)).toEqual({
    ok: false,
    error: { code: 'nobody' },
  });
});
