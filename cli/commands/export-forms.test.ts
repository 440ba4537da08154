import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { python, withFolder } from '../../xlsx/export/testing/foreign.node.ts';
import { people, SETTINGS } from '../../xlsx/export/testing/project.node.ts';
import { plainPhoto } from '../../xlsx/form/testing/forms.node.ts';
import { run } from '../run.ts';

const PACKS = fileURLToPath(new URL('../../sheets-templates', import.meta.url));

async function call(args: readonly string[], terminal = false) {
  let out = '';
  let err = '';
  const code = await run(args, { out: (t) => (out += t), err: (t) => (err += t), terminal, packs: PACKS });
  return { code, out, err };
}

const photo = plainPhoto(200, 10, 10);
const PHOTO = `data:image/png;base64,${Buffer.from(photo.bytes).toString('base64')}`;

const [first = {}, second = {}, third = {}] = people(3);
const RECORDS = {
  person: [
    { ...first, ethnicity: '汉族', workStart: '2011.07', occupation: '种植大户', school: '四川农业大学', photo: PHOTO },
    { ...second, status: '已移出' },
    { ...third, ethnicity: '彝族' },
  ],
  training: [
    ...Array.from({ length: 6 }, (_, i) => ({
      person: 'person-1',
      mode: '集中培训',
      time: `2017.0${i + 1}`,
      days: i + 5,
      content: `第${i + 1}期`,
    })),
    { person: 'person-1', mode: '集中培训', time: '2016.05', days: 5, content: '上一年' },
    { person: 'person-3', time: '2017.11', content: '电子商务' },
  ],
  mentoring: [
    { person: 'person-1', quarter: '1', mentor: '李四', content: '走访', opinion: '好' },
    { person: 'person-1', quarter: 4, year: 2017, mentor: '王五', content: '谈心' },
  ],
  practice: [{ person: 'person-1', content: '参与集体经济', performance: '踏实', opinion: '良好' }],
  review: [
    { person: 'person-1', quarter: '2', level: 'village', score: 90, opinion: '村里说好' },
    { person: 'person-1', quarter: '3', level: 'township', score: 88.5, opinion: '镇上说好' },
  ],
  yearResult: [
    { person: 'person-1', year: '2017', result: '优秀' },
    { person: 'person-3', result: '称职' },
  ],
};

function project(folder: string, records: Readonly<Record<string, readonly object[]>> = RECORDS): string {
  const file = join(folder, 'project.json');
  writeFileSync(file, JSON.stringify({ pack: 'village-reserve-cadres', settings: SETTINGS, records }));
  return file;
}

const READ = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({ws.title: dict(
  cells={c.coordinate: c.value for row in ws.iter_rows() for c in row if c.value is not None},
  breaks=[b.id for b in ws.row_breaks.brk], area=str(ws.print_area),
  merges=[str(m) for m in ws.merged_cells.ranges], pictures=len(ws._images)) for ws in book.worksheets}))`;
const read = (file: string) => JSON.parse(python(READ, file));

test('a file: one sheet per person in force, as openpyxl sees it', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'forms.xlsx');
    const { code, out } = await call(['export', 'record-form', '--data', project(folder), '-o', file, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      file,
      rows: 2,
      errors: 0,
      warnings: 0,
      year: 2017,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      notes: [{ code: 'year.other', message: '另有 1 条其他年份的记录，不列入 2017 年的表。' }],
    });
    const book = read(file);
    expect(Object.keys(book)).toEqual(['张一', '张三']);
    const { cells, breaks, area, merges, pictures } = book.张一;
    expect(cells).toMatchObject({ A1: '附件 2', A2: '村级后备干部日常管理纪实表', A3: '姓名', B3: '张一', G3: '女' });
    expect(cells).toMatchObject({ B4: '汉族', G5: '2011.07', B6: '种植大户', G7: '四川农业大学' });
    expect(cells).toMatchObject({ B8: first.idNumber, N8: first.phone, A9: '参加培训情况' });
    // Two lines more than the template has: everything below has moved.
    expect(cells).toMatchObject({ B10: '集中培训', E10: '2017.01', G10: '5', I15: '第6期', A16: '结对帮扶情况' });
    expect(cells).toMatchObject({ B17: '第一季度', E17: '李四', G17: '走访', N17: '好', E20: '王五', G20: '谈心' });
    expect(cells).toMatchObject({ B22: '参与集体经济', F22: '踏实', N22: '良好', F27: '村里说好', J29: '镇上说好' });
    expect(cells).toMatchObject({ A30: '年度考核结果', B30: '优秀' });
    expect(Object.values(cells)).not.toContain('上一年');
    expect({ breaks, area, pictures }).toEqual({
      breaks: [20],
      area: expect.stringContaining('$A$1:$Q$30'),
      pictures: 1,
    });
    expect(merges).toEqual(expect.arrayContaining(['A9:A15', 'I15:Q15', 'B30:Q30', 'N3:Q7']));
    expect(book.张三.cells).toMatchObject({ B3: '张三', B4: '彝族', I10: '电子商务', B28: '称职' });
    expect(Object.values(unzipSync(readFileSync(file)))).toContainEqual(photo.bytes);
    expect(readdirSync(folder)).toEqual(['forms.xlsx', 'project.json']);
  });
});

test('of a village or a person, of another year: only theirs, counted alone; nobody is said', () =>
  withFolder(async (folder) => {
    const data = project(folder);
    const chosen = async (...options: string[]) => {
      const file = join(folder, 'chosen.xlsx');
      const done = await call(['export', 'record-form', '--data', data, '-o', file, '--json', ...options]);
      return done.code === 2 ? done.err : { ...JSON.parse(done.out), sheets: read(file) };
    };
    const [one, three] = [String(first['name']), String(third['name'])];
    const earlier = await chosen('--person', one, '--year', '2016');
    expect([earlier.year, earlier.rows, Object.keys(earlier.sheets)]).toEqual([2016, 1, [one]]);
    expect(Object.values(earlier.sheets[one].cells)).toContain('上一年');
    expect(Object.values(earlier.sheets[one].cells)).not.toContain('第1期');
    const village = await chosen('--township', String(third['township']), '--village', String(third['village']));
    expect(Object.keys(village.sheets)).toContain(three);
    const number = await chosen(`--person=${String(third['idNumber']).toLowerCase()}`);
    expect([Object.keys(number.sheets), number.errors]).toEqual([[three], 0]);
    expect(await chosen('--person', String(second['name']))).toMatch(/名册里没有这样的人（姓名或身份证号码：.+）/);
    expect(await chosen('--year', '17')).toContain('“17”不是年度');
  }));

test('a folder: one file per person, named by the pattern; progress on a terminal', async () => {
  await withFolder(async (folder) => {
    const target = join(folder, 'out');
    const { code, out, err } = await call(['export', 'record-form', '--data', project(folder), '-o', target], true);
    expect(code).toBe(0);
    expect(out).toContain('人数：2 人\n');
    expect(out).toContain('文件：2 个文件\n');
    expect(err).toBe('\r正在生成 1/2\r正在生成 2/2\n');
    const names = ['南城镇-白虎村-张一-纪实表.xlsx', '南城镇-白虎村-张三-纪实表.xlsx'];
    expect(readdirSync(target).sort()).toEqual(names);
    expect(Object.keys(read(join(target, names[1] ?? '')))).toEqual(['张三']);
  });
});

test('a .zip: the same files in an archive', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'forms.zip');
    expect((await call(['export', 'record-form', '--data', project(folder), '-o', file])).code).toBe(0);
    expect(Object.keys(unzipSync(readFileSync(file)))).toEqual([
      '南城镇-白虎村-张一-纪实表.xlsx',
      '南城镇-白虎村-张三-纪实表.xlsx',
    ]);
  });
});

test('mistakes: written all the same, what has no place is said in Chinese, exit code 1', async () => {
  await withFolder(async (folder) => {
    const data = project(folder, {
      person: [{ ...first, photo: 'photo.jpg' }],
      mentoring: [
        { id: 'm5', person: 'person-1', quarter: '5', mentor: '李四' },
        { id: 'm0', person: 'person-1', mentor: '李四' },
      ],
      training: [{ id: 't', person: 'gone', days: 3 }],
      review: [{ id: 'r', person: 'person-1', quarter: '1', opinion: '好' }],
    });
    const file = join(folder, 'forms.xlsx');
    const { code, out } = await call(['export', 'record-form', '--data', data, '-o', file, '--json']);
    expect(code).toBe(1);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ rows: 1, errors: 3 });
    expect(report.notes.map(({ code: kind, id }: { code: string; id?: string }) => [kind, id])).toEqual([
      ['owner.unknown', 't'],
      ['quarter.unknown', 'm5'],
      ['quarter.unknown', 'm0'],
      ['section.none', 'r'],
      ['photo.notPicture', undefined],
    ]);
    const text = (await call(['export', 'record-form', '--data', data, '-o', file])).out;
    expect(text).toContain('张一：有一条结对帮扶的季度是“5”，一年只有四个季度，没有填入表中。请改为 1 到 4。\n');
    expect(text).toContain('有一条培训找不到所属的人员（编号“gone”），没有填入任何一张表。请核对。\n');
    expect(text).toContain('校验结果：未通过，错误 3 处');
    expect(Object.keys(read(file))).toEqual(['张一']);
  });
});

test('nobody, the data file itself, an unwritable place: said, exit code 2, nothing left behind', async () => {
  await withFolder(async (folder) => {
    const data = project(folder, { person: [{ ...first, status: '调出' }] });
    const file = join(folder, 'forms.xlsx');
    const nobody = await call(['export', 'record-form', '--data', data, '-o', file]);
    expect([nobody.code, nobody.err]).toEqual([2, '没有可导出的人员。\n']);
    const same = await call(['export', 'record-form', '--data', data, '-o', data]);
    expect([same.code, same.err]).toEqual([2, '输出文件不能和数据文件相同。\n']);
    mkdirSync(join(folder, 'taken'));
    writeFileSync(join(folder, 'taken', 'plain'), '');
    const wrong = await call(['export', 'record-form', '--data', data, '-o', join(folder, 'taken', 'plain', 'x.xlsx')]);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('写不进文件')]);
    expect(readdirSync(folder)).toEqual(['project.json', 'taken']);
  });
});

test('templates lists the form, blank writes its workbook byte for byte, check takes it for no roster', async () => {
  const { templates } = JSON.parse((await call(['templates', '--json'])).out);
  expect(templates).toContainEqual({
    id: 'record-form',
    pack: 'village-reserve-cadres',
    kind: 'form',
    label: '村级后备干部日常管理纪实表',
    version: '1.0',
  });
  await withFolder(async (folder) => {
    const file = join(folder, 'blank.xlsx');
    expect((await call(['blank', 'record-form', '-o', file])).code).toBe(0);
    const official = join(PACKS, 'village-reserve-cadres', 'record-form', 'record-form.xlsx');
    expect(readFileSync(file).equals(readFileSync(official))).toBe(true);
    const checked = await call(['check', file, '--as-of', '2017-11-30', '--json']);
    expect(checked.code).toBe(2);
    expect(JSON.parse(checked.out).files).toMatchObject([{ error: expect.anything(), sheets: [] }]);
  });
});
