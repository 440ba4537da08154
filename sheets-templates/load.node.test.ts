import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPack, loadPacks } from './load.node.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingce-packs-'));
  await cp(fileURLToPath(new URL('./village-reserve-cadres', import.meta.url)), join(folder, 'own'), {
    recursive: true,
  });
  await cp(join(folder, 'own'), join(folder, 'broken'), { recursive: true });
  await cp(join(folder, 'own'), join(folder, 'escaping'), { recursive: true });
  await writeFile(join(folder, 'broken', 'pack.json'), '{');
  await writeFile(
    join(folder, 'escaping', 'roster', 'binding.json'),
    JSON.stringify({
      kind: 'table',
      id: 'roster',
      version: '1',
      label: 'x',
      entity: 'person',
      workbook: '../pack.json',
      sheet: 'x',
      headerRow: 1,
      sampleRow: 2,
      blankRows: 0,
      columns: [],
    }),
  );
});
afterAll(() => rm(folder, { recursive: true }));

test('packs are read with their templates; a broken one does not hide the others', async () => {
  const { packs, failed } = await loadPacks(folder);
  expect([...packs.keys()]).toEqual(['village-reserve-cadres']);
  const roster = packs.get('village-reserve-cadres')?.templates.get('roster');
  expect(roster?.workbook.subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  expect(failed.map(({ folder: name, error }) => `${name} ${error.problems[0]?.code}`)).toEqual([
    'broken not-json',
    'escaping workbook-missing',
  ]);
});

test('a folder without pack.json says so', async () => {
  expect(await loadPack(join(folder, 'own', 'roster'))).toMatchObject({
    ok: false,
    error: { problems: [{ code: 'not-json', path: 'pack.json', detail: 'missing' }] },
  });
});
