import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { withFolder } from '../xlsx/export/testing/foreign.node.ts';
import { people, SETTINGS } from '../xlsx/export/testing/project.node.ts';
import { run } from './run.ts';

const packs = fileURLToPath(new URL('../sheets-templates', import.meta.url));

test('a rule change that cannot be used is said by export and merge, and the work goes on', async () => {
  await withFolder(async (folder) => {
    const data = join(folder, '项目.json');
    const target = join(folder, '名册.xlsx');
    const call = async (rules: unknown, args: readonly string[]) => {
      const settings = { ...SETTINGS, rules };
      writeFileSync(data, JSON.stringify({ pack: 'village-reserve-cadres', settings, records: { person: people(1) } }));
      let err = '';
      const code = await run(args, { out: () => {}, err: (text) => (err += text), terminal: false, packs });
      return { code, err };
    };
    const wrong = { changed: { 'person.phone.format@phone': { check: '=LEN([电活)' } }, own: [] };
    const exporting = ['export', 'roster', '--data', data, '-o', target];
    const broken = await call(wrong, exporting);
    expect(broken.code).toBe(0);
    expect(broken.err).toContain('项目.json：规则“person.phone.format@phone”公式读不懂');
    expect((await call('?', exporting)).err).toContain('项目.json：保存的规则改动读不出来');
    expect((await call({ changed: {}, own: [] }, exporting)).err).toBe('');
    const merging = ['merge', target, '--project', data, '-o', join(folder, '汇总.xlsx')];
    expect((await call(wrong, merging)).err).toContain('规则“person.phone.format@phone”公式读不懂');
  });
});
