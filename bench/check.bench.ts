import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { inlineRows, makeWorkbook } from '../xlsx/read/made-workbook.ts';
import { largeRoster } from './large-roster.ts';
import { benchProject } from './people.ts';

/**
 * What is mailed up, read, recognised and judged, against programs that merely read the same files; each in a process of
 * its own, for its peak memory: many small workbooks (1,000 of 15 rows unless told) against exceljs and hucre (goal: at
 * least 5 × as fast as exceljs), and one large (100,000 rows unless told) against unzip + saxes (goal: at most 1.5 ×).
 */
const FILES = Number(process.argv[2] ?? 1_000);
const LARGE = Number(process.argv[3] ?? 100_000);
const ROWS = 15;
const KEYS = 'township village name gender birthMonth partyJoinMonth education identity idNumber phone mentor'.split(
  ' ',
);
const HEADER = '乡镇,村(社区),姓名,性别,出生年月,入党时间,学历,身份,身份证号码,联系电话,结对干部姓名及职务'.split(',');

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${MAIN}.worksheet+xml"/></Types>`;

const answer = z.object({ ms: z.number(), cpu: z.number(), people: z.number(), peak: z.number() });

function run(way: string, folder: string, people: number): z.infer<typeof answer> {
  const script = fileURLToPath(new URL('./check-reader.ts', import.meta.url));
  const { stdout, status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, way, folder], {
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  });
  if (status !== 0) throw new Error(`${way}: ${stderr}`);
  const read = answer.parse(JSON.parse(stdout));
  if (way.startsWith('check') && read.people !== people) throw new Error(`${read.people} of ${people} people`);
  return read;
}

/** @param base the way that the others are measured by */
function compare(folder: string, people: number, ways: readonly string[], base: string): void {
  const results = new Map(ways.map((way) => [way, run(way, folder, people)]));
  const unit = results.get(base);
  if (unit === undefined) throw new Error(`nothing to measure by: ${base}`);
  const figure = (value: number, of: number): string =>
    `${value.toFixed(0).padStart(7)} ms ${`(${(value / of).toFixed(2)} ×)`.padEnd(9)}`;
  console.log(`${''.padEnd(10)} by the clock (× ${base}), of the processor, peak memory`);
  for (const [way, { ms, cpu, peak }] of results) {
    console.log(`${way.padEnd(10)} ${figure(ms, unit.ms)} ${figure(cpu, unit.cpu)} ${peak.toFixed(0).padStart(5)} MB`);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'mingce-bench-'));
const [small, large] = [join(folder, 'small'), join(folder, 'large')];
try {
  for (const path of [small, large]) mkdirSync(path);
  const people = benchProject(FILES * ROWS).records.person ?? [];
  for (let n = 0; n < FILES; n++) {
    const rows = people.slice(n * ROWS, (n + 1) * ROWS).map((p) => KEYS.map((key) => String(p[key] ?? '')));
    const sheets = { 名册: inlineRows([['附件 1'], ['名册'], HEADER, ...rows]) };
    writeFileSync(join(small, `${n}.xlsx`), makeWorkbook({ sheets, parts: { '[Content_Types].xml': TYPES } }));
  }
  writeFileSync(join(large, 'large.xlsx'), largeRoster(LARGE));
  console.log(`${FILES} workbooks of ${ROWS} rows (check: all cores, check-one: one thread)`);
  compare(small, FILES * ROWS, ['check', 'check-one', 'exceljs', 'hucre'], 'exceljs');
  console.log(`one workbook of ${LARGE} rows`);
  compare(large, LARGE, ['check-one', 'saxes'], 'saxes');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
