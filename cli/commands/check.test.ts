import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inlineRows, makeWorkbook } from '../../xlsx/read/made-workbook.ts';
import { makeOds, odsRows } from '../../xlsx/read/ods/testing/made-ods.ts';
import { labels, makeXls } from '../../xlsx/read/xls/testing/biff-writer.ts';
import { makeCompound } from '../../xlsx/read/xls/testing/compound-writer.ts';
import { OFFICIAL } from '../../xlsx/recognise/made-roster.node.ts';
import { call, GOOD } from './testing/check-call.node.ts';

const BAD = [
  '2',
  '同上',
  '同上',
  '范　飞',
  '男',
  '1990.04',
  '2011.10',
  '27',
  '初中',
  '村民小组长',
  '52270219900403954Ｘ',
  '1500387445',
  '余雨 驻村第一书记',
  '',
];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingce-check-'));
  const roster = (rows: string[][]): Uint8Array =>
    makeWorkbook({ sheets: { 名册: inlineRows([['附件 1'], OFFICIAL, ...rows]), 说明: '' } });
  await mkdir(join(folder, '二'));
  await writeFile(
    join(folder, '好.xlsx'),
    roster([
      GOOD,
      GOOD.with(3, '洪勇兰')
        .with(4, '男')
        .with(5, '1993.10')
        .with(7, '24')
        .with(10, '513826199310122435')
        .with(11, '13610652675'),
    ]),
  );
  await writeFile(join(folder, '二', '差.xlsx'), roster([GOOD, BAD]));
  await writeFile(join(folder, '二', '~$差.xlsx'), 'lock');
  await writeFile(join(folder, '读我.txt'), 'text');
});

afterAll(() => rm(folder, { recursive: true }));

describe('check --json', () => {
  it('answers values in normal form and issues by cell, in the order of the files', async () => {
    const { code, out, err } = await call(folder, '--as-of', '2017-11-30', '--json');
    const report = JSON.parse(out);
    expect([code, err]).toEqual([1, `没有读（文字说明，不是表格）：${join(folder, '读我.txt')}\n`]);
    expect(report.files.map((f: { file: string }) => f.file)).toEqual([
      join(folder, '二', '差.xlsx'),
      join(folder, '好.xlsx'),
    ]);
    const [sheet] = report.files[0].sheets;
    expect(report.files[0].sheets.length).toBe(1);
    const { normalised, leftOut } = report.files[0];
    expect({ ...sheet, records: sheet.records.length, issues: sheet.issues.length }).toEqual({
      sheet: '名册',
      template: 'roster',
      headerRow: 2,
      records: 2,
      issues: 3,
    });
    expect(sheet.records[0]).toEqual({
      row: 3,
      values: {
        township: '南城镇',
        village: '白虎村',
        name: '蔡玉平',
        gender: '女',
        birthMonth: '1986.06',
        education: '高中',
        identity: '村民小组长',
        idNumber: '510104198606111483',
        phone: '15052003565',
        mentor: '周华 驻村第一书记',
      },
    });
    expect(normalised.slice(0, 4)).toEqual([
      { sheet: '名册', row: 3, cell: 'E3', field: 'gender', from: ' 女', to: '女' },
      { sheet: '名册', row: 3, cell: 'F3', field: 'birthMonth', from: '1986年6月', to: '1986.06' },
      { sheet: '名册', row: 3, cell: 'G3', field: 'partyJoinMonth', from: '无', to: '' },
      { sheet: '名册', row: 3, cell: 'I3', field: 'education', from: '高中毕业', to: '高中' },
    ]);
    expect(normalised.map((n: { cell: string; from: string }) => `${n.cell} ${n.from}`)).toContain('B4 同上');
    expect(leftOut).toEqual([]);
    expect(sheet.records[1].values).toMatchObject({
      township: '南城镇',
      village: '白虎村',
      name: '范飞',
      idNumber: '52270219900403954X',
    });
    expect(sheet.issues.map((i: { rule: string; cell: string }) => `${i.cell} ${i.rule}`).sort()).toEqual([
      'E4 gender.mismatch',
      'I4 education.minimum',
      'L4 phone.format',
    ]);
    const gender = sheet.issues.find((i: { rule: string }) => i.rule === 'gender.mismatch');
    expect(gender).toMatchObject({
      severity: 'error',
      row: 4,
      field: 'gender',
      value: '男',
      fix: { values: { gender: '女' } },
    });
    // The hint: the second file's running number does not go on from the row above it.
    expect(report.summary).toEqual({ files: 2, unreadable: 0, records: 4, errors: 3, warnings: 0, infos: 1 });
  });

  it('answers 0 for a clean file', async () => {
    const { code, out } = await call('--json', join(folder, '好.xlsx'), '--as-of=2017-11-30');
    expect([code, JSON.parse(out).summary.errors]).toEqual([0, 0]);
  });

  it('names a sheet once, though several tables stand on it, one below the other', async () => {
    const file = join(folder, '两表.xlsx');
    const turned = [...OFFICIAL].reverse();
    const rows = [OFFICIAL, GOOD, ['二、社区'], turned, [...BAD].with(1, '南城镇').with(2, '兰沟社区').reverse()];
    await writeFile(file, makeWorkbook({ sheets: { 名册: inlineRows(rows) } }));
    const { out } = await call('--json', file, '--as-of=2017-11-30');
    await rm(file);
    const [{ sheets }] = JSON.parse(out).files;
    expect(sheets).toHaveLength(1);
    expect(sheets[0].headerRow).toBe(1);
    expect(sheets[0].records.map(({ row }: { row: number }) => row)).toEqual([2, 5]);
    const phone = sheets[0].issues.find(({ rule }: { rule: string }) => rule === 'phone.format');
    expect(phone.cell).toBe('C5');
  });

  it('reads .xls, .et and .ods as it reads .xlsx, also inside an archive, and says what else they are', async () => {
    const rows = [['附件 1'], OFFICIAL, GOOD, BAD];
    const old = makeXls({ sheets: [{ name: '名册', cells: labels(rows) }] });
    const inbox = join(folder, '旧');
    await mkdir(inbox);
    const open = makeOds({ tables: { 名册: odsRows(rows) } });
    await writeFile(join(inbox, '一.xls'), old);
    await writeFile(join(inbox, '二.et'), old);
    await writeFile(join(inbox, '三.ods'), open);
    await writeFile(join(inbox, '四.zip'), zipSync({ '甲.xls': old, '乙.ods': open }));
    await writeFile(join(inbox, '五.xls'), makeCompound([{ name: 'WordDocument', bytes: new Uint8Array(9) }]));
    const [reference, read] = [
      await call('--json', join(folder, '二', '差.xlsx'), '--as-of=2017-11-30'),
      await call('--json', inbox, '--as-of=2017-11-30'),
    ];
    await rm(inbox, { recursive: true });
    const [wanted] = JSON.parse(reference.out).files;
    type Answer = { readonly error?: { readonly code: string }; readonly sheets: readonly unknown[] };
    const files: readonly Answer[] = JSON.parse(read.out).files;
    expect(files.flatMap(({ error }) => error?.code ?? [])).toEqual(['word']);
    expect(files.filter(({ error }) => error === undefined).map(({ sheets }) => sheets)).toEqual(
      Array.from({ length: 5 }, () => wanted.sheets),
    );
  });

  it('says what it did not read: rows that are nobody’s, other sheets, hidden ones with people, and a blank form', async () => {
    const [file, blank] = [join(folder, '杂.xlsx'), join(folder, '空表.xlsx')];
    const rows = (...people: string[][]): string => inlineRows([['附件 1'], OFFICIAL, ...people]);
    const workbook = `<workbook xmlns:r="r"><sheets><sheet name="名册" r:id="rId1"/><sheet name="去年" state="hidden" r:id="rId2"/><sheet name="村情" r:id="rId3"/><sheet name="Sheet4" r:id="rId4"/></sheets></workbook>`;
    const sheets = {
      名册: rows(GOOD, ['合计', '1人']),
      去年: rows(GOOD, BAD),
      村情: inlineRows([['人口']]),
      Sheet4: '',
    };
    await writeFile(file, makeWorkbook({ sheets, parts: { 'xl/workbook.xml': workbook } }));
    await writeFile(blank, makeWorkbook({ sheets: { 名册: rows() } }));
    const [told, said] = [await call('--json', file, blank), await call(file, blank)];
    await Promise.all([rm(file), rm(blank)]);
    const [mixed, empty] = JSON.parse(told.out).files;
    expect(mixed.leftOut).toEqual([{ sheet: '名册', row: 4, reason: 'total', message: '合计行', text: '合计 1人' }]);
    expect(mixed.passed.map((p: { sheet: string; people: number }) => [p.sheet, p.people])).toEqual([
      ['去年', 2],
      ['村情', 0],
    ]);
    expect(said.out).toContain('工作表“去年”：隐藏的工作表，里面有 2 人，没有读入。');
    expect(empty.error).toMatchObject({ code: 'nobody', message: expect.stringContaining('这是一张空表') });
  });

  it('names a file that cannot be used and goes on', async () => {
    const broken = join(folder, '坏.xlsx');
    await writeFile(broken, 'PK\x03\x04 and no more');
    const { code, out } = await call(folder, '--as-of', '2017-11-30', '--json');
    await rm(broken);
    const report = JSON.parse(out);
    expect(code).toBe(2);
    expect(report.files.length).toBe(3);
    expect(report.files.find((f: { file: string }) => f.file === broken)).toMatchObject({
      error: { code: 'truncated' },
      sheets: [],
    });
    const empty = join(folder, '无.xlsx');
    await writeFile(empty, makeWorkbook({ sheets: { 一: inlineRows([['通知'], ['请于明天下午上报']]) } }));
    const other = await call(empty, '--json');
    await rm(empty);
    expect([other.code, JSON.parse(other.out).files[0].error.code]).toEqual([2, 'no-roster']);
  });
});

describe('check for people', () => {
  it('says file, sheet, cell and sentence', async () => {
    const { code, out } = await call(join(folder, '二', '差.xlsx'), '--as-of', '2017-11-30');
    expect(code).toBe(1);
    expect(out).toContain(join(folder, '二', '差.xlsx'));
    expect(out).toContain('工作表“名册”：2 人');
    expect(out).toMatch(/L4 错误：.*1500387445/);
    expect(out).toContain('共 1 个文件，2 人，错误 3');
  });

  it('refuses a call that it does not understand', async () => {
    for (const args of [
      [],
      ['--json'],
      [folder, '--as-of', '2017-02-30'],
      [folder, '--as-of', 'x'],
      [folder, '--fast'],
      [join(folder, '没有')],
    ]) {
      const { code, out, err } = await call(...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).not.toBe('');
    }
  });
});
