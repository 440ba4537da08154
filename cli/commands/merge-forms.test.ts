import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { withFolder } from '../../xlsx/export/testing/foreign.node.ts';
import { idNumber } from '../../xlsx/export/testing/project.node.ts';
import { bookOf, plainPhoto, testPerson } from '../../xlsx/form/testing/forms.node.ts';
import { inlineRows, makeWorkbook } from '../../xlsx/read/made-workbook.ts';
import { OFFICIAL } from '../../xlsx/recognise/made-roster.node.ts';
import { run } from '../run.ts';

const PACKS = fileURLToPath(new URL('../../sheets-templates', import.meta.url));

async function call(...args: string[]) {
  let out = '';
  const say = (text: string): void => {
    out += text;
  };
  const io = { out: say, err: () => undefined, terminal: false, packs: PACKS };
  const code = await run(args, io);
  return { code, out };
}

/** A form as somebody types it from the paper: other words, fewer merges, a line more, a signature. */
function retyped(name: string, id: string): string[][] {
  return [
    ['附件2'],
    ['村级后备干部日常管理纪实表（2017年度）'],
    ['姓  名', name, '性 别', '男', '出生\n年月', '1990.05'],
    ['民 族', '汉', '籍 贯', '四川青神', '出生地：', '四川眉山'],
    ['入党时间', '', '参加工\n作时间', '2011.07', '健康状况', '健康'],
    ['从事职业', '种植', '', '熟悉专业有何特长', '果树栽培'],
    ['文化程度', '大专', '毕业院校及专业', '四川农业大学'],
    ['身份证号码', id, '', '', '', '联系电话', '13800000001'],
    ['参加 培 训 情 况', '培训方式', '培训时间', '培训天数', '培训内容'],
    ['', '集中培训', '2017.3', '3', '党的十九大精神'],
    ['', '县外培训', '2017.5', '两天', '电商'],
    ['结 对 帮 扶 情 况', '帮扶时间', '帮带责任人', '帮扶内容', '', '', '评定意见'],
    ['', '一季度', '李四', '走访', '', '', '好'],
    ['', '第五季度', '赵六', '补记'],
    ['参加 实践 锻炼 情况', '具体内容', '主要表现', '', '评定意见'],
    ['', '驻村', '踏实', '', '良好'],
    ['村(社区)评定 意见', '第一季度', '第二季度', '第三季度', '第四季度'],
    ['', '村一'],
    ['年度考核结果', '称职'],
    ['填表人：王会计', '', '自选的一格'],
  ];
}

/** A right number for each; odd places are men's. */
function idOf(n: number): string {
  return idNumber(1990, 2 * n + 1);
}

const ID = idOf(1);

it('check reads forms: ours and retyped ones, what is wrong in the cell where it stands', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, '白虎村-张三.xlsx');
    writeFileSync(
      file,
      makeWorkbook({ sheets: { 说明: inlineRows([['填写说明']]), 张三: inlineRows(retyped('张三', `${ID}9`)) } }),
    );
    const { out, code } = await call('check', file, '--as-of', '2017-11-30', '--json');
    const [{ sheets }] = JSON.parse(out).files;
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toMatchObject({ sheet: '张三', template: 'record-form', headerRow: 3 });
    expect(Object.keys(sheets[0])).toEqual(['sheet', 'template', 'headerRow', 'records', 'issues']);
    expect(sheets[0].records).toMatchObject([
      { row: 3, values: { name: '张三', education: '大专', workStart: '2011.07' } },
    ]);
    const issues = sheets[0].issues.map(
      (i: { rule: string; severity: string; cell: string }) => `${i.severity} ${i.rule} ${i.cell}`,
    );
    expect(issues).toContain('error idNumber.length B8');
    expect(issues).toContain('warning quarter.unknown B14');
    expect(issues).toContain('info section.unread C20');
    // What no form has a place for is not missing on it, and a signature is none of the person's texts.
    expect(issues.join(' ')).not.toMatch(/required|A20/);
    expect(code).toBe(1);
    expect((await call('check', file)).out).toContain(
      '张三：读到培训 2，结对帮扶 1，实践锻炼 1，季度评议 1，年度考核 1',
    );
  });
});

it("a village's twenty forms and a roster become twenty people with their trainings, and twice changes nothing", async () => {
  await withFolder(async (folder) => {
    const inbox = join(folder, 'in', '白虎村');
    mkdirSync(inbox, { recursive: true });
    const form = (n: number) => {
      const made = testPerson(`张${String.fromCodePoint(0x4e00 + n)}`);
      return { ...made, person: { ...made.person, idNumber: idOf(n), phone: `139${10_000_000 + n}` } };
    };
    for (let n = 1; n <= 9; n++) writeFileSync(join(inbox, `${n}.xlsx`), await bookOf([form(n)]));
    // Several in one workbook, one of them sent before already.
    const [eighteen, ...rest] = Array.from({ length: 10 }, (_, n) => form(18 - n));
    if (eighteen === undefined) throw new Error('a form');
    writeFileSync(join(inbox, '其他.xlsx'), await bookOf([{ ...eighteen, photo: plainPhoto(9, 9, 9) }, ...rest]));
    writeFileSync(join(inbox, '补.xlsx'), makeWorkbook({ sheets: { 表: inlineRows(retyped('李十九', idOf(19))) } }));
    const row = ['1', '南城镇', '白虎村', '李二十', '男', '', '', '', '本科', '', idOf(20), '13700000001', '王五', ''];
    const same = [
      '2',
      '南城镇',
      '白虎村',
      '李十九',
      '男',
      '1990.05',
      '',
      '',
      '大专',
      '',
      idOf(19),
      '13800000001',
      '',
      '',
    ];
    writeFileSync(join(inbox, '名册.xlsx'), makeWorkbook({ sheets: { 名册: inlineRows([OFFICIAL, row, same]) } }));
    const [target, saved] = [join(folder, 'out.xlsx'), join(folder, 'data.json')];
    const first = await call(
      'merge',
      join(folder, 'in'),
      '-o',
      target,
      '--save',
      saved,
      '--as-of',
      '2017-11-30',
      '--json',
    );
    const report = JSON.parse(first.out);
    expect([report.rows, report.conflicts]).toEqual([20, []]);
    const { records } = JSON.parse(readFileSync(saved, 'utf8'));
    const people = new Map<string, { id: string; village: string; photo?: string }>(
      records.person.map((p: { name: string }) => [p.name, p]),
    );
    expect(new Set([...people.values()].map(({ village }) => village))).toEqual(new Set(['白虎村']));
    expect([...people.values()].filter(({ photo }) => photo !== undefined)).toHaveLength(1);
    const trainings = (name: string) =>
      records.training.filter((t: { person: string }) => t.person === people.get(name)?.id);
    expect(trainings(`张${String.fromCodePoint(0x4e01)}`)).toHaveLength(2);
    expect(trainings('李十九').map((t: { time: string }) => t.time)).toEqual(['2017.3', '2017.5']);
    expect(report.children.find((c: { entity: string }) => c.entity === 'training')).toMatchObject({ added: 38 });

    const again = await call('merge', join(folder, 'in'), '-o', target, '--project', saved, '--save', saved, '--json');
    const second = JSON.parse(again.out);
    expect(second.rows).toBe(20);
    expect(second.children.map((c: { added: number; changed: number }) => c.added + c.changed)).toEqual([
      0, 0, 0, 0, 0,
    ]);
    expect(JSON.parse(readFileSync(saved, 'utf8')).records).toEqual(records);
  });
});
