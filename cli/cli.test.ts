import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { python, withFolder } from '../xlsx/export/testing/foreign.node.ts';
import { foreignTemplate } from '../xlsx/export/testing/foreign-template.node.ts';
import { people, SETTINGS } from '../xlsx/export/testing/project.node.ts';
import { run } from './run.ts';

const PACKS = fileURLToPath(new URL('../sheets-templates', import.meta.url));

async function call(args: readonly string[], packs = PACKS) {
  let out = '';
  let err = '';
  const code = await run(args, { out: (t) => (out += t), err: (t) => (err += t), terminal: false, packs });
  return { code, out, err };
}

function project(folder: string, person: readonly object[], settings: object = SETTINGS): string {
  const file = join(folder, 'project.json');
  writeFileSync(file, JSON.stringify({ pack: 'village-reserve-cadres', settings, records: { person } }));
  return file;
}

const VALUES = `
import json, sys, openpyxl
ws = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
print(json.dumps([[c.value for c in row] for row in ws.iter_rows()]))`;

test('templates, for people and for machines', async () => {
  expect((await call(['templates'])).out).toContain('roster\t村级后备干部名册\tvillage-reserve-cadres\n');
  const { code, out } = await call(['templates', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out).templates).toContainEqual({
    id: 'roster',
    pack: 'village-reserve-cadres',
    kind: 'table',
    label: '村级后备干部名册',
    version: '1.0',
  });
});

test('help is given wherever it is asked for', async () => {
  const whole = await call(['help']);
  expect(whole.code).toBe(0);
  expect(whole.out).toContain('  merge 文件');
  for (const args of [['--help'], ['check', '--help'], ['export', 'roster', '-h']])
    expect(await call(args)).toEqual(whole);
});

test('whoever stops reading what is printed gets no complaint', () => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const { stderr } = spawnSync('sh', ['-c', '"$0" --import tsx "$1" templates | true', process.execPath, main], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
});

test('blank writes the empty official workbook', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'blank.xlsx');
    expect((await call(['blank', 'roster', '-o', file])).code).toBe(0);
    const rows = JSON.parse(python(VALUES, file));
    expect(rows.length).toBe(23);
    expect(rows[2][10]).toBe('身份证号码');
    // 性别 and 年龄 fill themselves once an ID number is typed; nothing else stands there.
    const standing = rows[3].flatMap((value: unknown, column: number) => (value === null ? [] : [column]));
    expect(standing).toEqual([4, 7]);
    expect(rows[3][4]).toMatch(/^=/);
  });
});

test('export into a folder takes the official name, and nothing else stays there', async () => {
  await withFolder(async (folder) => {
    const data = project(folder, people(3));
    const { code, out } = await call(['export', 'roster', '--data', data, '-o', `${join(folder, 'out')}/`]);
    expect(code).toBe(0);
    expect(out).toContain('校验结果：通过，未发现错误\n');
    expect(readdirSync(join(folder, 'out'))).toEqual(['南城镇党委-村级后备干部名册-20171130.xlsx']);
  });
});

test('mistakes: the file is written all the same, counted, exit code 1, only JSON on stdout', async () => {
  await withFolder(async (folder) => {
    const data = project(
      folder,
      people(2).map((p) => ({ ...p, mentor: '' })),
    );
    const file = join(folder, 'a.xlsx');
    const { code, out } = await call(['export', 'roster', '--data', data, '-o', file, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ file, rows: 2, errors: 2 });
    expect(existsSync(file)).toBe(true);
  });
});

test.each([
  [[], '用法'],
  [['nope'], '没有“nope”这个命令'],
  [['export', 'roster'], '用法：mingce export'],
  [['export', 'roster', '--data', 'nowhere.json', '-o', 'x.xlsx'], '读不出文件：nowhere.json'],
  [
    ['export', 'nope', '--data', 'nowhere.json', '-o', 'x.xlsx'],
    '没有“nope”这个模板。现有模板：mentoring-ledger、practice-ledger、quarterly-review、record-form、roster、training-ledger。',
  ],
  [['blank', 'roster', '-o', 'no/such/folder/x.xlsx'], '写不进文件'],
  [['blank', 'roster', '--colour'], '不认识的选项：--colour'],
  [['blank', 'roster', '-o'], '-o 后面缺少内容'],
])('an unusable call %j says why, exit code 2', async (args, sentence) => {
  const { code, err, out } = await call(args);
  expect(code).toBe(2);
  expect(err).toContain(sentence);
  expect(out).toBe('');
});

test.each([
  ['{', '不是数据文件'],
  ['[]', '不是本程序的数据文件'],
  ['{"pack":"other","settings":{},"records":{}}', '属于另一个模板包'],
])('an unusable project %s says why and writes nothing', async (text, sentence) => {
  await withFolder(async (folder) => {
    const data = join(folder, 'project.json');
    writeFileSync(data, text);
    const { code, err } = await call(['export', 'roster', '--data', data, '-o', join(folder, 'x.xlsx')]);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(readdirSync(folder)).toEqual(['project.json']);
  });
});

test('what was exported is checked clean and reads back as it was', async () => {
  await withFolder(async (folder) => {
    const person = people(25);
    const file = join(folder, 'a.xlsx');
    await call(['export', 'roster', '--data', project(folder, person), '-o', file]);
    const { code, out } = await call(['check', file, '--as-of', SETTINGS.asOf, '--json']);
    expect(code).toBe(0);
    const [sheet] = JSON.parse(out).files[0].sheets;
    expect(sheet).toMatchObject({ sheet: '名册', template: 'roster', headerRow: 3 });
    const values = sheet.records.map((record: { values: object }) => record.values);
    expect(values).toMatchObject(person.map(({ id, ...fields }) => fields));
  });
});

test('the project is never overwritten by its own export', async () => {
  await withFolder(async (folder) => {
    const data = project(folder, people(1));
    const before = readFileSync(data, 'utf8');
    expect((await call(['export', 'roster', '--data', data, '-o', data])).code).toBe(2);
    expect(readFileSync(data, 'utf8')).toBe(before);
  });
});

test('a template folder that nobody has seen before is filled, checked and exported', async () => {
  await withFolder(async (folder) => {
    const packs = join(folder, 'packs');
    const own = join(packs, 'village-reserve-cadres', 'recommendation');
    cpSync(join(PACKS, 'village-reserve-cadres'), join(packs, 'village-reserve-cadres'), { recursive: true });
    mkdirSync(own);
    writeFileSync(join(own, 'official.xlsx'), await foreignTemplate());
    const columns = Object.entries({ A: 'seq', B: 'name', C: 'phone', D: 'village', E: 'idNumber', F: 'remark' });
    const binding = {
      kind: 'table',
      id: 'recommendation',
      version: '1',
      label: '后备力量推荐表',
      entity: 'person',
      workbook: 'official.xlsx',
      sheet: '推荐 表',
      headerRow: 5,
      sampleRow: 6,
      blankRows: 4,
      texts: [
        { cell: 'A1', text: '{county}后备力量推荐表' },
        { cell: 'A2', text: '填报单位（盖章）：{unit}' },
      ],
      columns: columns.map(([column, field]) => ({ column, field })),
    };
    writeFileSync(join(own, 'binding.json'), JSON.stringify(binding));

    expect((await call(['templates'], packs)).out).toContain('recommendation\t后备力量推荐表');
    const person = people(12);
    const wrong = { ...person[0], phone: '12345' };
    const data = project(folder, [wrong, ...person.slice(1)], { ...SETTINGS, county: '丹棱县' });
    const file = join(folder, 'filled.xlsx');
    const result = await call(['export', 'recommendation', '--data', data, '-o', file, '--json'], packs);
    expect(result.code).toBe(1);
    expect(JSON.parse(result.out)).toMatchObject({ rows: 12, errors: 1 });
    const rows = JSON.parse(python(VALUES, file));
    expect(rows[0][0]).toBe('丹棱县后备力量推荐表');
    expect(rows[1][0]).toBe('填报单位（盖章）：南城镇党委');
    expect(rows[5]).toEqual([1, '张一', '12345', '白虎村', person[0]?.idNumber, null]);
    expect(rows[16]).toEqual([12, '张二', person[11]?.phone, '青龙村', person[11]?.idNumber, null]);
    expect(rows[17].slice(0, 2)).toEqual(['合计', '=COUNTA(B6:B17)&"人"']);
  });
});
