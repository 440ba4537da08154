import { expect, it } from 'vitest';
import { planMerge } from '../../records/merge/plan.ts';
import { resolveMerge } from '../../records/merge/resolve.ts';
import { newProject } from '../../records/store.ts';
import { inlineRows, makeWorkbook } from '../../xlsx/read/made-workbook.ts';
import { readWorkbook } from '../../xlsx/read/read-workbook.ts';
import { LI, OFFICIAL, pack, ZHANG } from '../../xlsx/recognise/made-roster.node.ts';
import { sourceRows } from '../../xlsx/recognise/source-rows.ts';
import { problemList } from './problem-list.ts';
import { judge, type ReadAnswer } from './read-protocol.ts';

const SETTINGS = { county: '', unit: '', level: 'township', asOf: '2017-11-30' } as const;

function answer(file: string, rows: readonly (readonly string[])[]): ReadAnswer {
  const bytes = new Uint8Array(makeWorkbook({ sheets: { 名册: inlineRows(rows) } }));
  return {
    file,
    path: `报来/${file}`,
    date: '2017-11-01',
    result: judge(bytes.buffer, { pack, settings: SETTINGS, answers: [] }),
  };
}

it('lists what is wrong with the would-be result at the cells that were sent, and leaves the project alone', async () => {
  const store = newProject(pack, SETTINGS, []);
  const zhang = ZHANG.with(10, '511425199005161438');
  const broken: ReadAnswer = {
    file: '坏.xlsx',
    date: '2017-11-01',
    result: judge(new ArrayBuffer(9), { pack, settings: SETTINGS, answers: [] }),
  };
  const answers = [
    answer('甲.xlsx', [['名册'], OFFICIAL, zhang, LI.with(11, '12345')]),
    answer('乙.xlsx', [OFFICIAL, zhang.with(11, '13700000001')]),
    broken,
  ];
  const sources = answers.flatMap((a) => (a.result.ok ? sourceRows(a, a.result.checked) : []));
  const plan = planMerge(store, pack, 'person', sources);
  const before = JSON.stringify(store.toJson());
  const read = readWorkbook(await problemList(store, answers, plan, resolveMerge(store, plan)));
  expect(JSON.stringify(store.toJson())).toBe(before);
  const sheets = read.ok ? read.workbook.sheets : [];
  const lines = (name: string) => {
    const rows = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
    return rows.map(({ cells }) => cells.map(({ text }) => text).join(' '));
  };
  expect(lines('问题').join('\n')).toMatch(/甲\.xlsx 名册 L4 李\S+ 联系电话 错误/);
  expect(lines('需要核对').filter((line) => /联系电话.*[甲乙]\.xlsx 名册 L[23]/.test(line))).toHaveLength(2);
  expect(lines('读不了的文件').join('\n')).toContain('坏.xlsx 这不是 Excel 工作簿');
});
