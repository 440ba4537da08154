import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../run.ts';

const PROJECT = {
  pack: 'village-reserve-cadres',
  settings: { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30' },
  records: {
    person: [
      { id: 'a', township: '南城镇', village: '白虎村', name: '张三', idNumber: '510104198606111483' },
      { id: 'b', township: '南城镇', village: '金牛村', name: '李四', idNumber: '511425199105012213' },
      { id: 'c', township: '南城镇', village: '金牛村', name: '王五', status: '已移出' },
    ],
    training: [
      { id: 't', person: 'a', mode: '集中培训', time: '2017.03', days: 5, content: '党课' },
      { id: 'u', personName: '赵六', mode: '以会代训', time: '2016.03', days: 1, content: '党课' },
    ],
    mentoring: [{ id: 'm', person: 'b', year: 2017, quarter: '2', mentor: '周华', content: '结对', opinion: '好' }],
    practice: [{ id: 'p', person: 'b', year: 2017, content: '任主任助理', performance: '踏实', opinion: '好' }],
    review: [
      { id: '1', person: 'a', quarter: '1', level: 'township', score: 80, grade: '一般' },
      { id: '2', person: 'a', quarter: '2', level: 'township', score: 85.5 },
      { id: '3', person: 'b', quarter: '1', level: 'village', score: 90 },
    ],
  },
};

/** What another reader finds in a workbook: rows, merges, print set-up, colour scales. */
const PYTHON = `
import json, sys, openpyxl
ws = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
scales = [[str(r.sqref), [c.val for c in f.colorScale.cfvo], [c.rgb for c in f.colorScale.color]] for r in ws.conditional_formatting for f in r.rules if f.type == 'colorScale']
print(json.dumps({
  'title': ws.title, 'rows': [[c.value for c in row] for row in ws.iter_rows()],
  'merges': sorted(str(m) for m in ws.merged_cells.ranges), 'scales': scales,
  'formats': [ws['U6'].number_format, ws['X6'].number_format],
  'paper': [ws.page_setup.paperSize, ws.page_setup.orientation, ws.print_title_rows, ws.print_area],
}))`;

interface Seen {
  readonly title: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly merges: readonly string[];
  readonly scales: readonly unknown[];
  readonly formats: readonly string[];
  readonly paper: readonly unknown[];
}

const packs = fileURLToPath(new URL('../../sheets-templates', import.meta.url));
let folder = '';
const out: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingce-views-'));
  await writeFile(join(folder, 'p.json'), JSON.stringify(PROJECT));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function exported(
  template: string,
  ...options: readonly string[]
): Promise<Seen & { readonly said: string; readonly code: number }> {
  const file = join(folder, `${template}.xlsx`);
  out.length = 0;
  const io = { out: (text: string) => void out.push(text), err: () => undefined, terminal: false, packs };
  const code = await run(['export', template, '--data', join(folder, 'p.json'), '-o', file, ...options], io);
  const { stdout } = await promisify(execFile)('/usr/bin/python3', ['-c', PYTHON, file]);
  const seen: Seen = JSON.parse(stdout);
  return { ...seen, said: out.join(''), code };
}

it('the quarterly table: numbers under a native colour scale, headings joined, header on each page', async () => {
  const { code, rows, merges, scales, formats, paper, title } = await exported('quarterly-review');
  expect([code, title, rows.length]).toEqual([0, '季度评议', 7]);
  expect(rows[0]?.[0]).toBe('填报单位：南城镇党委　　参照日期：2017-11-30');
  expect(rows[1]?.[0]).toBe('青神县村级后备干部2017年季度评议表');
  const row = (n: number) => rows[n]?.map((value) => value ?? '').join('|');
  expect(row(5)).toBe('1|南城镇|白虎村|张三|||80|一般|||85.5|||||||||' + '||82.75|1|5.5|村1、2、3季度；乡镇3季度');
  expect(row(6)).toBe(`2|南城镇|金牛村|李四|90|${'|'.repeat(15)}90||||村2、3季度；乡镇1、2、3季度`);
  // What was gained has its sign by its format: it sorts and adds up as a number.
  expect(formats).toEqual(['General', '+General;-General;General']);
  expect(merges).toContain('E3:H3');
  expect(merges).toContain('A3:A5');
  expect(scales).toEqual([
    [
      'E6:E7 G6:G7 I6:I7 K6:K7 M6:M7 O6:O7 Q6:Q7 S6:S7 U6:U7 V6:V7',
      [60, 80, 100],
      ['FFF8696B', 'FFFFEB84', 'FF63BE7B'],
    ],
  ]);
  expect(paper).toEqual([9, 'landscape', '$3:$5', ['$A$1:$Y$7']]);
});

it('ledgers: their people beside each line, whoever is not found as typed; a ledger answers for its own mistakes', async () => {
  const training = await exported('training-ledger');
  expect(training.rows.slice(0, 3).map(([first]) => first)).toEqual([
    '填报单位：南城镇党委',
    '青神县村级后备干部培训台账',
    '序号',
  ]);
  expect(training.rows.slice(3)).toEqual([
    [1, '南城镇', '白虎村', '张三', '510104198606111483', '集中培训', '2017.03', 5, '党课'],
    [2, null, null, '赵六', null, '以会代训', '2016.03', 1, '党课'],
  ]);
  expect([training.code, training.said]).toEqual([1, expect.stringContaining('条数：2')]);
  expect(training.said).toContain('错误 1 处');
  const mentoring = await exported('mentoring-ledger');
  expect(mentoring.rows[3]).toEqual([
    1,
    '南城镇',
    '金牛村',
    '李四',
    '511425199105012213',
    2017,
    '2',
    '周华',
    '结对',
    '好',
  ]);
  const practice = await exported('practice-ledger');
  expect(practice.rows[3]).toEqual([
    1,
    '南城镇',
    '金牛村',
    '李四',
    '511425199105012213',
    2017,
    '任主任助理',
    '踏实',
    '好',
  ]);
  expect(practice.paper).toEqual([9, 'landscape', '$3:$3', ['$A$1:$I$4']]);
});

it('of another year: a ledger its lines, the quarterly table its quarters; the roster knows no years', async () => {
  const training = await exported('training-ledger', '--year', '2016');
  expect(training.rows.slice(3).map((row) => row.slice(3))).toEqual([['赵六', null, '以会代训', '2016.03', 1, '党课']]);
  const quarterly = await exported('quarterly-review', '--year', '2016');
  expect(quarterly.rows[1]?.[0]).toBe('青神县村级后备干部2016年季度评议表');
  expect(quarterly.rows[5]?.slice(4, 20).every((value) => value === null)).toBe(true);
  const said: string[] = [];
  const io = { out: () => undefined, err: (text: string) => void said.push(text), terminal: false, packs };
  const call = (...options: string[]) =>
    run(['export', ...options, '--data', join(folder, 'p.json'), '-o', 'x.xlsx'], io);
  expect(await call('roster', '--year', '2016')).toBe(2);
  expect(await call('training-ledger', '--person', '张三')).toBe(2);
  expect(said.join('')).toContain('这张表不分年度');
  expect(said.join('')).toContain('只用于纪实表，“training-ledger”不能用');
});
