import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withFolder } from '../../xlsx/export/testing/foreign.node.ts';
import { inlineRows, makeWorkbook } from '../../xlsx/read/made-workbook.ts';
import { LI, OFFICIAL, pack, ZHANG } from '../../xlsx/recognise/made-roster.node.ts';
import type { FileAnswer } from './check-file.ts';
import { checkFiles } from './check-files.ts';

const setup = { packs: [pack], settings: { county: '', unit: '', level: 'township', asOf: '2017-11-30' } } as const;

/** Record ids are new with every reading. */
const plain = (answers: readonly FileAnswer[]): string =>
  JSON.stringify(answers, (key, value) => (key === 'pack' ? undefined : key === 'id' || key === 'record' ? '' : value));

it('another thread answers what this one does, in the order of the files', async () => {
  await withFolder(async (folder) => {
    const files = Array.from({ length: 12 }, (_, n) => {
      const file = join(folder, `${n}.xlsx`);
      const rows = [OFFICIAL, ZHANG.with(13, `第${n}份`), ...(n % 2 === 0 ? [LI] : [])];
      writeFileSync(file, n === 7 ? 'nothing' : makeWorkbook({ sheets: { 名册: inlineRows(rows) } }));
      return file;
    });
    files.push(join(folder, 'missing.xlsx'));
    const seen: number[] = [];
    const one = await checkFiles(files, setup, { threads: 0 });
    const two = await checkFiles(files, setup, { threads: 1, onProgress: (done) => seen.push(done) });
    expect(plain(two)).toBe(plain(one));
    expect(two.map(({ file }) => file)).toEqual(files);
    expect(two[7]?.result).toEqual({ ok: false, error: { code: 'not-a-zip' } });
    expect(two[12]?.result).toEqual({ ok: false, error: { code: 'unreadable' } });
    expect(two[0]?.result.ok && two[0].result.checked.pack).toBe(pack);
    expect(seen).toEqual(files.map((_, n) => n + 1));
  });
});
