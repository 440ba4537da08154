import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { withFolder } from '../../xlsx/export/testing/foreign.node.ts';
import { inlineRows, makeWorkbook } from '../../xlsx/read/made-workbook.ts';
import { OFFICIAL, pack, ZHANG } from '../../xlsx/recognise/made-roster.node.ts';
import { type CheckSetup, checkFile } from './check-file.ts';
import { knownThreadFile, threadFile } from './thread-file.ts';

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

it('a thread answers what this one does, from one file made once and from the sources', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, '1.xlsx');
    writeFileSync(file, makeWorkbook({ sheets: { 名册: inlineRows([OFFICIAL, ZHANG]) } }));
    const cache = join(folder, 'cache');
    expect(knownThreadFile(cache)).toBeUndefined();
    const made = await threadFile(cache);
    expect(made?.startsWith(cache)).toBe(true);
    expect(knownThreadFile(cache)).toBe(made);
    expect(await threadFile(cache)).toBe(made);
    const wanted = plain(checkFile(file, setup));
    expect(wanted).toContain('"ok":true');
    expect(plain(await asked(pathToFileURL(made ?? ''), file))).toBe(wanted);
    expect(plain(await asked(new URL('./start.mjs', import.meta.url), file))).toBe(wanted);
    // A place where nothing may be written.
    expect(await threadFile(join(file, 'cache'))).toBeUndefined();
  });
});
