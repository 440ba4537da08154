import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { withFolder } from '../xlsx/export/testing/foreign.node.ts';
import { inlineRows, makeWorkbook } from '../xlsx/read/made-workbook.ts';
import { OFFICIAL, pack, ZHANG } from '../xlsx/recognise/made-roster.node.ts';
import { buildPrograms } from './build.mjs';
import { builtProgram, ROOT } from './built.mjs';
import { type CheckSetup, checkFile } from './workers/check-file.ts';

const setup: CheckSetup = {
  packs: [pack],
  settings: { county: '', unit: '', level: 'township', asOf: '2017-11-30' },
};

/** Record ids are new with every reading. */
const plain = (answer: unknown): string =>
  JSON.stringify(answer, (key, value) => (key === 'id' || key === 'record' ? '' : value));

async function asked(program: URL, file: string): Promise<unknown> {
  const worker = new Worker(program, { workerData: setup, execArgv: [] });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', ({ answer }: { readonly answer: unknown }) => resolve(answer));
      worker.postMessage({ at: 0, file });
    });
  } finally {
    await worker.terminate();
  }
}

it('the built programs answer what the sources do, and are not taken when they are of other sources', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, '1.xlsx');
    writeFileSync(file, makeWorkbook({ sheets: { 名册: inlineRows([OFFICIAL, ZHANG]) } }));
    // Beside the packs, as the real ones are.
    const built = join(ROOT, `dist-cli-${process.pid}`);
    try {
      expect(builtProgram('main', built)).toBeUndefined();
      await buildPrograms(built);
      const wanted = plain(checkFile(file, setup));
      expect(wanted).toContain('"ok":true');
      expect(plain(await asked(pathToFileURL(builtProgram('check.worker', built) ?? ''), file))).toBe(wanted);
      expect(plain(await asked(new URL('./workers/start.mjs', import.meta.url), file))).toBe(wanted);
      const call = ['check', file, '--as-of', '2017-11-30', '--json'];
      const run = (...program: string[]) => spawnSync(process.execPath, [...program, ...call], { encoding: 'utf8' });
      const source = run('--import', 'tsx', join(ROOT, 'cli/main.ts'));
      expect(JSON.parse(source.stdout).summary.records).toBe(1);
      expect(run(builtProgram('main', built) ?? '')).toMatchObject({ stdout: source.stdout, status: source.status });
      writeFileSync(join(built, 'fingerprint'), 'another');
      expect(builtProgram('main', built)).toBeUndefined();
    } finally {
      rmSync(built, { recursive: true, force: true });
    }
  });
});
