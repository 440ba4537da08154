import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import { checkFiles } from '../cli/workers/check-files.ts';
import { loadPack } from '../sheets-templates/load.node.ts';
import { unzipAndParse } from './large-roster.ts';

/**
 * One way of reading the workbooks of a folder, in a process of its own: `tsx check-reader.ts WAY FOLDER`. Prints JSON:
 * `ms` of reading by the clock, `cpu` of all its threads (which another's load does not lengthen), `peak` memory in MB, `people`
 * found where it looks for them. The first file is read once before, so that
 * nobody pays for what happens once in a process.
 */
const [way = '', folder = ''] = process.argv.slice(2);
const files = readdirSync(folder).map((name) => join(folder, name));
const [first = ''] = files;
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

const pack = await loadPack(fileURLToPath(new URL('../sheets-templates/village-reserve-cadres', import.meta.url)));
if (!pack.ok) throw new Error(JSON.stringify(pack.error));
const packs = [pack.value.pack];

async function check(list: readonly string[], threads?: number): Promise<number> {
  const settings = { county: '青神县', unit: '', level: 'township', asOf: '2017-11-30' } as const;
  const setup = { packs, settings };
  const answers = await checkFiles(list, setup, threads === undefined ? {} : { threads });
  const sheets = answers.flatMap(({ result }) => (result.ok ? result.checked.sheets : []));
  return sheets.reduce((sum, { records }) => sum + records.length, 0);
}

async function each(list: readonly string[], read: (file: string) => unknown): Promise<number> {
  for (const file of list) await read(file);
  return 0;
}

/** Each answers how many people it found; those that merely read answer 0. */
const WAYS: Readonly<Record<string, (list: readonly string[]) => Promise<number>>> = {
  check: (list) => check(list),
  'check-one': (list) => check(list, 0),
  exceljs: (list) => each(list, (file) => new ExcelJS.Workbook().xlsx.readFile(file)),
  hucre: (list) => each(list, (file) => readXlsx(bytesOf(file))),
  saxes: (list) => each(list, (file) => unzipAndParse(bytesOf(file))),
};

const read = WAYS[way];
if (read === undefined) throw new Error(`no such way: ${way}`);
if (files.length > 1) await read([first]);
const before = process.cpuUsage();
const start = performance.now();
const people = await read(files);
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ ms, cpu: (user + system) / 1000, people, peak: process.resourceUsage().maxRSS / 1024 }));
