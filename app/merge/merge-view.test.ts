import { expect, it } from 'vitest';
import { planMerge } from '../../records/merge/plan.ts';
import { resolveMerge } from '../../records/merge/resolve.ts';
import { fieldKey } from '../../records/merge/types.ts';
import { newProject } from '../../records/store.ts';
import { inlineRows, makeWorkbook } from '../../xlsx/read/made-workbook.ts';
import { LI, OFFICIAL, pack, ZHANG } from '../../xlsx/recognise/made-roster.node.ts';
import { sourceRows } from '../../xlsx/recognise/source-rows.ts';
import { changeItems, conflictItems, fileLines, leftOutItems } from './merge-view.ts';
import { judge, type ReadAnswer } from './read-protocol.ts';

const SETTINGS = { county: '', unit: '', level: 'township', asOf: '2017-11-30' } as const;

function answer(file: string, rows: readonly (readonly string[])[]): ReadAnswer {
  const bytes = new Uint8Array(makeWorkbook({ sheets: { 名册: inlineRows(rows) } }));
  return { file, date: '2017-11-01', result: judge(bytes.buffer, { pack, settings: SETTINGS, answers: [] }) };
}

/** ZHANG with the check digit that his number asks for. */
const zhang = ZHANG.with(10, '511425199005161438');
const store = newProject(pack, SETTINGS, []);
const answers = [
  answer('甲.xlsx', [OFFICIAL, zhang, LI, ['合计', '', '', '2人']]),
  answer('乙.xlsx', [OFFICIAL, zhang.with(11, '137-0000-0001').with(8, '大学')]),
  answer('丙.xlsx', [['通知'], ['请于周五前报送']]),
];
const sources = answers.flatMap(({ file, result }) =>
  result.ok ? sourceRows({ file, date: '2017-11-01' }, result.checked) : [],
);
const plan = planMerge(store, pack, 'person', sources);

it('a line per file: people, mistakes, what becomes of them, why it was not read, what was normalised', () => {
  const lines = fileLines(answers, plan, resolveMerge(store, plan));
  expect(lines.map((l) => [l.file, l.people, l.added, l.duplicates, l.normalised.length])).toEqual([
    ['甲.xlsx', 2, 2, 0, 0],
    ['乙.xlsx', 1, 1, 0, 2],
    ['丙.xlsx', 0, 0, 0, 0],
  ]);
  expect(lines.map((l) => l.error === undefined)).toEqual([true, true, false]);
});

it('conflicts say who says what, and what was decided', () => {
  const [open] = conflictItems(plan, {});
  expect(open).toMatchObject({
    name: '张强',
    label: '联系电话',
    choice: undefined,
    sides: [
      { value: '13712345678', file: '甲.xlsx', place: '第 2 行', date: '2017-11-01' },
      { value: '13700000001', file: '乙.xlsx', place: '第 2 行' },
    ],
  });
  const settle = new Map([[open?.group ?? '', new Map([['phone', { side: 1 }]])]]);
  expect(conflictItems(plan, { settle })[0]?.choice).toEqual({ side: 1 });
  const settled = resolveMerge(store, plan, { settle });
  expect(leftOutItems(answers, plan, settled).map(({ file, place, reason }) => `${file} ${place} ${reason}`)).toEqual([
    '乙.xlsx 第 2 行 同一人，采用了另一边的内容（甲.xlsx 第 2 行）',
    '甲.xlsx 第 4 行 合计行',
  ]);
});

it('changes of the project are listed field by field; clearing one is off until it is ticked', () => {
  const book = newProject(pack, SETTINGS, []);
  book.apply(resolveMerge(book, planMerge(book, pack, 'person', sources.slice(0, 1))).patch, 'test');
  const sent = answer('丁.xlsx', [OFFICIAL, zhang.with(11, '13700000002').with(12, '')]);
  const rows = sent.result.ok ? sourceRows({ file: '丁.xlsx' }, sent.result.checked) : [];
  const next = planMerge(book, pack, 'person', rows);
  expect(changeItems(book, next, {}).map(({ label, to, taken }) => [label, to, taken])).toEqual([
    ['联系电话', '13700000002', true],
    ['结对干部姓名及职务', '', false],
  ]);
  const clear = new Set([fieldKey(next.groups[0]?.key ?? '', 'mentor')]);
  expect(changeItems(book, next, { clear })[1]?.taken).toBe(true);
});

it('a hidden sheet with people is listed as left out, one without is not', () => {
  const workbook =
    '<workbook xmlns:r="r"><sheets><sheet name="名册" r:id="rId1"/><sheet name="去年" state="hidden" r:id="rId2"/><sheet name="选项" state="hidden" r:id="rId3"/></sheets></workbook>';
  const sheets = {
    名册: inlineRows([OFFICIAL, zhang]),
    去年: inlineRows([OFFICIAL, LI]),
    选项: inlineRows([['高中']]),
  };
  const bytes = new Uint8Array(makeWorkbook({ sheets, parts: { 'xl/workbook.xml': workbook } }));
  const sent = { file: '戊.xlsx', date: '', result: judge(bytes.buffer, { pack, settings: SETTINGS, answers: [] }) };
  const rows = sent.result.ok ? sourceRows({ file: '戊.xlsx' }, sent.result.checked) : [];
  const next = planMerge(store, pack, 'person', rows);
  expect(leftOutItems([sent], next, resolveMerge(store, next))).toEqual([
    { file: '戊.xlsx', sheet: '去年', place: '', reason: expect.stringContaining('里面有 1 人'), text: '' },
  ]);
});
