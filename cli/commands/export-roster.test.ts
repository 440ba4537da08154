import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { withFolder } from '../../xlsx/export/testing/foreign.node.ts';
import { people, SETTINGS } from '../../xlsx/export/testing/project.node.ts';
import { readTables } from '../../xlsx/read/read-tables.ts';
import { run } from '../run.ts';

const PACKS = fileURLToPath(new URL('../../sheets-templates', import.meta.url));

async function call(args: readonly string[]) {
  let out = '';
  let err = '';
  const code = await run(args, { out: (t) => (out += t), err: (t) => (err += t), terminal: false, packs: PACKS });
  return { code, out, err };
}

test('people who lost their row stay out of the roster and the forms, and are said', async () => {
  await withFolder(async (folder) => {
    const [a, b] = people(2);
    const data = join(folder, 'project.json');
    const records = { person: [{ ...a, unplaced: true }, b] };
    writeFileSync(data, JSON.stringify({ pack: 'village-reserve-cadres', settings: SETTINGS, records }));
    for (const template of ['roster', 'record-form', 'quarterly-review']) {
      const target = join(folder, `${template}.xlsx`);
      const { err } = await call(['export', template, '--data', data, '-o', target]);
      expect([template, err]).toEqual([template, expect.stringContaining('有 1 人未在表中，没有导出')]);
      const read = readTables(new Uint8Array(readFileSync(target)));
      if (!read.ok) throw new Error(read.error.code);
      const texts = JSON.stringify(read.workbook.sheets);
      expect(texts).toContain(b?.['name']);
      expect(texts).not.toContain(a?.['name']);
    }
  });
});

test('--mask hides numbers in the roster and is named; unknown ones and forms are refused', async () => {
  await withFolder(async (folder) => {
    const [person] = people(1);
    const data = join(folder, 'project.json');
    writeFileSync(
      data,
      JSON.stringify({ pack: 'village-reserve-cadres', settings: SETTINGS, records: { person: [person] } }),
    );
    const target = join(folder, 'a.xlsx');
    const exported = ['--data', data, '-o', target];
    const { code, out } = await call(['export', 'roster', ...exported, '--mask', 'last6', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ rows: 1, mask: 'last6' });
    const read = readTables(new Uint8Array(readFileSync(target)));
    if (!read.ok) throw new Error(read.error.code);
    const texts = read.workbook.sheets.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
    );
    expect(texts).toContain(`${person?.['idNumber']?.slice(0, 12)}******`);
    expect(texts.join(' ')).not.toContain(person?.['idNumber']);
    expect(texts.join(' ')).not.toContain(person?.['phone']);
    const unknown = await call(['export', 'roster', ...exported, '--mask', 'some']);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('没有“some”这种遮盖方式')]);
    const form = await call(['export', 'record-form', ...exported, '--mask', 'hidden']);
    expect([form.code, form.err]).toEqual([2, expect.stringContaining('纪实表不能遮盖')]);
  });
});
