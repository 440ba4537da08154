import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readXlsx } from 'hucre/xlsx';
import { checkFiles } from '../cli/workers/check-files.ts';
import type { Settings } from '../records/types.ts';
import { loadPack } from '../sheets-templates/load.node.ts';
import { inlineRows, makeWorkbook } from '../xlsx/read/made-workbook.ts';
import { benchProject } from './people.ts';

/**
 * Many small workbooks (1,000 of 15 rows unless told) read, recognised and judged, on all cores and on one, against
 * hucre merely reading the same files.
 */
const FILES = Number(process.argv[2] ?? 1_000);
const ROWS = 15;
const SETTINGS: Settings = { county: '青神县', unit: '', level: 'township', asOf: '2017-11-30' };
const KEYS = 'township village name gender birthMonth partyJoinMonth education identity idNumber phone mentor'.split(
  ' ',
);
const HEADER = '乡镇,村(社区),姓名,性别,出生年月,入党时间,学历,身份,身份证号码,联系电话,结对干部姓名及职务'.split(',');

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${MAIN}.worksheet+xml"/></Types>`;

const loaded = await loadPack(fileURLToPath(new URL('../sheets-templates/village-reserve-cadres', import.meta.url)));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const setup = { packs: [loaded.value.pack], settings: SETTINGS };
const folder = mkdtempSync(join(tmpdir(), 'mingce-bench-'));
try {
  const people = benchProject(FILES * ROWS).records.person ?? [];
  const files = Array.from({ length: FILES }, (_, n) => {
    const rows = people.slice(n * ROWS, (n + 1) * ROWS).map((p) => KEYS.map((key) => String(p[key] ?? '')));
    const file = join(folder, `${n}.xlsx`);
    const sheets = { 名册: inlineRows([['附件 1'], ['名册'], HEADER, ...rows]) };
    writeFileSync(file, makeWorkbook({ sheets, parts: { '[Content_Types].xml': TYPES } }));
    return file;
  });
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const reader = async (): Promise<void> => {
    for (const file of files) await readXlsx(new Uint8Array(readFileSync(file)));
  };
  const results: [string, number][] = [];
  // A few first, so that nobody pays for compiling.
  await checkFiles(files.slice(0, 20), setup, { threads: 0 });
  results.push(['check, one thread', await timed(() => checkFiles(files, setup, { threads: 0 }))]);
  results.push(['check, all cores', await timed(() => checkFiles(files, setup))]);
  await readXlsx(new Uint8Array(readFileSync(files[0] ?? '')));
  const base = await timed(reader);
  console.log(`${FILES} workbooks of ${ROWS} rows`);
  console.log(`hucre reading      ${base.toFixed(0).padStart(7)} ms`);
  for (const [name, ms] of results) {
    console.log(`${name.padEnd(18)} ${ms.toFixed(0).padStart(7)} ms   ${(ms / base).toFixed(2)} × hucre reading`);
  }
  console.log(`peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
