import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { withFolder } from '../../xlsx/export/testing/foreign.node.ts';
import { people, SETTINGS } from '../../xlsx/export/testing/project.node.ts';
import { inlineRows, makeWorkbook } from '../../xlsx/read/made-workbook.ts';
import { run } from '../run.ts';

const packs = fileURLToPath(new URL('../../sheets-templates', import.meta.url));
const KEYS = ['township', 'village', 'name', 'idNumber', 'phone', 'education', 'mentor'];
const HEADER = ['乡镇', '村', '姓名', '身份证号码', '联系电话', '学历', '推荐单位'];

it('what a project remembers of columns is told, and used where it is asked for', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'a.xlsx');
    const [person] = people(1);
    const row = KEYS.map((key) => String(person?.[key] ?? ''));
    writeFileSync(file, makeWorkbook({ sheets: { 名册: inlineRows([HEADER, row]) } }));
    const project = join(folder, 'p.json');
    const columnAnswers = [{ layout: HEADER.join('|'), fields: KEYS }];
    const settings = { ...SETTINGS, columnAnswers };
    writeFileSync(project, JSON.stringify({ pack: 'village-reserve-cadres', settings, records: {} }));
    const merged = async (...more: readonly string[]) => {
      let out = '';
      const args = ['merge', file, '-o', join(folder, 'out.xlsx'), '--project', project, ...more];
      await run(args, { out: (text) => (out += text), err: () => undefined, terminal: false, packs });
      return out;
    };
    const told = JSON.parse(await merged('--json'));
    const mentor = { header: '推荐单位', field: 'mentor', label: '结对干部姓名及职务' };
    expect(told.columns).toEqual([{ file, sheet: '名册', applied: false, columns: [mentor] }]);
    expect(told.extraColumns).toEqual(['推荐单位']);
    expect(await merged()).toContain(`请加上 --columns 再合并一次：\n  ${file} 名册：“推荐单位”是结对干部姓名及职务\n`);
    const used = JSON.parse(await merged('--json', '--columns'));
    expect(used.columns).toMatchObject([{ file, sheet: '名册', applied: true }]);
    expect(used.columns[0].columns).toContainEqual(mentor);
    expect([used.extraColumns, used.errors]).toEqual([[], told.errors - 1]);
  });
});
