import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { python, withFolder } from '../../xlsx/export/testing/foreign.node.ts';
import { idNumber, people } from '../../xlsx/export/testing/project.node.ts';
import { inlineRows, makeWorkbook } from '../../xlsx/read/made-workbook.ts';
import { OFFICIAL } from '../../xlsx/recognise/made-roster.node.ts';
import { run } from '../run.ts';

const PACKS = fileURLToPath(new URL('../../sheets-templates', import.meta.url));
const KEYS =
  'seq township village name gender birthMonth partyJoinMonth age education identity idNumber phone mentor remark'.split(
    ' ',
  );

async function call(...args: string[]) {
  let out = '';
  let err = '';
  const code = await run(['merge', ...args], {
    out: (t) => (out += t),
    err: (t) => (err += t),
    terminal: false,
    packs: PACKS,
  });
  return { code, out, err };
}

type Person = Readonly<Record<string, string>>;

/** A workbook as somebody mails it: a title, the header, these people, a signature. */
function mailed(list: readonly Person[], header = OFFICIAL, keys = KEYS): Uint8Array {
  const rows = list.map((person, n) => keys.map((key) => (key === 'seq' ? String(n + 1) : (person[key] ?? ''))));
  return makeWorkbook({ sheets: { 名册: inlineRows([['名册'], header, ...rows, ['填表人：王五']]) } });
}

const [zhang = {}, li = {}, wang = {}, zhao = {}] = people(4);

/** A folder with two senders: one person sent by both alike, one by both with different phones. */
function inbox(folder: string): string {
  const files = join(folder, 'in');
  mkdirSync(files);
  writeFileSync(join(files, 'a.xlsx'), mailed([zhang, li, wang]));
  writeFileSync(join(files, 'b.xlsx'), mailed([{ ...zhang }, { ...li, phone: '13900000001' }, zhao]));
  return files;
}

const VALUES = `
import json, sys, openpyxl
ws = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
print(json.dumps([[c.value for c in row] for row in ws.iter_rows(min_row=4)]))`;
const rowsOf = (file: string): string[][] => JSON.parse(python(VALUES, file));

it('one roster of what was sent, in the order of the villages, numbered; differences stay and are reported', async () => {
  await withFolder(async (folder) => {
    const target = join(folder, 'out.xlsx');
    const problems = join(folder, 'p.xlsx');
    const { code, out, err } = await call(
      inbox(folder),
      '-o',
      target,
      '--problems',
      problems,
      '--as-of',
      '2017-11-30',
      '--json',
    );
    expect([code, err]).toEqual([1, '']);
    expect(rowsOf(target).map((row) => [row[0], row[2], row[3], row[11]])).toEqual([
      [1, '白虎村', zhang.name, zhang.phone],
      [2, '白虎村', wang.name, wang.phone],
      [3, '青龙村', li.name, li.phone],
      [4, '青龙村', li.name, '13900000001'],
      [5, '青龙村', zhao.name, zhao.phone],
    ]);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ rows: 5, errors: 2 });
    expect(report.files).toMatchObject([
      { people: 3, added: 3, duplicates: 0 },
      { people: 3, added: 2, duplicates: 1 },
    ]);
    expect(report.conflicts).toMatchObject([
      { name: li.name, fields: [{ field: 'phone', sides: [{ places: [{ cell: 'L4' }] }, {}] }] },
    ]);
    expect(report.leftOut.filter((row: { person: boolean }) => row.person)).toMatchObject([
      { row: 3, reason: 'identical' },
    ]);
    expect(report.leftOut).toContainEqual(expect.objectContaining({ row: 6, person: false, reason: 'note' }));
    const script = `
import json, sys, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([wb.sheetnames, [[c.value for c in r][:3] + [r[2].hyperlink.target, r[2].hyperlink.location] for r in wb.worksheets[0].iter_rows(min_row=2)]]))`;
    const [names, lines] = JSON.parse(python(script, problems));
    expect(names).toEqual(['问题', '需要核对', '未并入的行']);
    expect(lines[0].slice(1)).toEqual(['名册', 'K4', 'in/a.xlsx', "'名册'!K4"]);
    expect(lines).toHaveLength(2);
  });
});

it('a file that was sent twice is one line; hidden people and other sheets are in the list of what was left out', async () => {
  await withFolder(async (folder) => {
    const files = inbox(folder);
    writeFileSync(join(files, 'c.xlsx'), mailed([zhang, wang]));
    const roster = (person: Person): string => inlineRows([OFFICIAL, KEYS.map((key) => person[key] ?? '1')]);
    const parts = {
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="名册" r:id="rId1"/><sheet name="去年" state="hidden" r:id="rId2"/><sheet name="村情" r:id="rId3"/></sheets></workbook>',
    };
    const sheets = { 名册: roster(zhao), 去年: roster(li), 村情: inlineRows([['人口']]) };
    writeFileSync(join(files, 'd.xlsx'), makeWorkbook({ sheets, parts }));
    const call2 = [files, '-o', join(folder, 'out.xlsx'), '--as-of', '2017-11-30'];
    const { out } = await call(...call2);
    expect(out).toContain(`  ${join(files, 'c.xlsx')}：2 人\n`);
    expect(out).not.toContain('内容一致\n');
    expect(out).toContain(`  ${join(files, 'd.xlsx')} 去年 整张表：隐藏的工作表，里面有 1 人`);
    const report = JSON.parse((await call(...call2, '--json')).out);
    const left: readonly { file: string; sheet: string; reason: string }[] = report.leftOut;
    expect(left.filter(({ file }) => file.endsWith('d.xlsx')).map(({ sheet, reason }) => `${sheet} ${reason}`)).toEqual(
      ['去年 hiddenSheet', '村情 otherSheet'],
    );
  });
});

it('run twice, onto its own result, or with it among the sources, it changes nothing, byte for byte', async () => {
  await withFolder(async (folder) => {
    const files = inbox(folder);
    const at = (name: string): string => join(folder, name);
    await call(files, '-o', at('1.xlsx'));
    await call(files, '-o', at('2.xlsx'));
    await call(at('1.xlsx'), '-o', at('3.xlsx'));
    await call(files, at('1.xlsx'), '-o', at('4.xlsx'));
    for (const name of ['2.xlsx', '3.xlsx', '4.xlsx'])
      expect(readFileSync(at(name)).equals(readFileSync(at('1.xlsx')))).toBe(true);
    // The result within the folder is no source, and that is said.
    const { err } = await call(folder, '-o', at('1.xlsx'));
    expect(err).toContain('1.xlsx');
  });
});

it('with a project its people are updated, and the villages that sent nothing are named', async () => {
  await withFolder(async (folder) => {
    const project = join(folder, 'p.json');
    const village = ['青龙村', '白虎村', '朱雀村'].map((name, n) => ({
      id: `v${n}`,
      township: '南城镇',
      name,
      order: n + 1,
    }));
    const settings = { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30' };
    const gone = { ...zhao, id: 'gone', idNumber: idNumber(1988, 9) };
    const person = [{ ...zhang, phone: '13700000000', remark: '已谈话' }, gone];
    writeFileSync(project, JSON.stringify({ pack: 'village-reserve-cadres', settings, records: { village, person } }));
    writeFileSync(join(folder, 'a.xlsx'), mailed([zhang, li]));
    const before = readFileSync(project);
    const target = join(folder, 'out.xlsx');
    const { out } = await call(join(folder, 'a.xlsx'), '-o', target, '--project', project, '--json');
    const report = JSON.parse(out);
    expect(rowsOf(target).map((row) => [row[2], row[10], row[11], row[13]])).toEqual([
      ['青龙村', gone.idNumber, zhao.phone, null],
      ['青龙村', li.idNumber, li.phone, null],
      ['白虎村', zhang.idNumber, zhang.phone, '已谈话'],
    ]);
    expect(report).toMatchObject({
      silent: [{ township: '南城镇', village: '朱雀村' }],
      absent: [{ village: '青龙村', idNumber: gone.idNumber }],
      heldBack: [{ field: '备注', value: '已谈话' }],
      files: [{ added: 1, changed: 1 }],
    });
    expect(readFileSync(project).equals(before)).toBe(true);
  });
});

it('a file that cannot be read is named, the others are merged', async () => {
  await withFolder(async (folder) => {
    writeFileSync(join(folder, 'a.xlsx'), mailed([zhang]));
    writeFileSync(join(folder, 'b.xlsx'), 'nothing');
    const target = join(folder, 'out.xlsx');
    const { code, out } = await call(join(folder, 'a.xlsx'), join(folder, 'b.xlsx'), '-o', target);
    expect(code).toBe(2);
    expect(out).toContain('这不是 Excel 工作簿');
    expect(rowsOf(target)[0]?.[3]).toBe(zhang.name);
  });
});

it('columns of the senders own are named, since the official table has no place for them', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'a.xlsx');
    writeFileSync(file, mailed([{ ...zhang, own: '甲类' }], [...OFFICIAL, '类别'], [...KEYS, 'own']));
    const { out } = await call(file, '-o', join(folder, 'out.xlsx'));
    expect(out).toContain('正式表没有的列没有写入结果：类别');
  });
});

it.each([
  [[], '用法：mingce merge'],
  [['a.xlsx'], '用法：mingce merge'],
  [['nowhere', '-o', 'out.xlsx'], '找不到文件或文件夹：nowhere'],
  [['x.xlsx', '-o', 'x.xlsx'], '结果文件不能和要合并的文件相同'],
  [['x', '-o', 'out.xlsx', '--as-of', '2017-11-31'], '2017-11-31'],
  [['package.json', '-o', 'out.xlsx', '--project', 'nowhere.json'], '读不出文件：nowhere.json'],
])('an unusable call %j says why, exit code 2', async (args, sentence) => {
  const { code, err } = await call(...args);
  expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
});

it('nothing is left behind when there is nobody to merge', async () => {
  await withFolder(async (folder) => {
    writeFileSync(join(folder, 'b.xlsx'), 'nothing');
    expect((await call(join(folder, 'b.xlsx'), '-o', join(folder, 'out.xlsx'))).code).toBe(2);
    expect(readdirSync(folder)).toEqual(['b.xlsx']);
  });
});
