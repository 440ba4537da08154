import { zipSync } from 'fflate';
import { exportTable } from '../xlsx/export/export-table.ts';
import { housePack, people, projectOf } from '../xlsx/export/testing/project.node.ts';
import { openZip } from '../xlsx/zip/read-zip.ts';

/**
 * Export of 100,000 people against what fflate (level 6) needs to zip the same ready XML, interleaved, medians.
 * Goal: at most 1.0. Usage: `npx tsx bench/export.bench.ts [people] [rounds]`.
 */
const [count = 100_000, rounds = 5] = process.argv.slice(2).map(Number);

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function timed<T>(run: () => T | Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now();
  const value = await run();
  return { ms: performance.now() - start, value };
}

async function main(): Promise<void> {
  const pack = await housePack();
  const store = projectOf(pack, people(count));
  const mb = (bytes: number): number => Math.round(bytes / 1e6);
  const before = process.memoryUsage().rss;
  const first = await exportTable(pack, 'roster', store);
  if (!first.ok) throw new Error(first.error.code);
  const peak = process.resourceUsage().maxRSS * 1024;
  const opened = openZip(first.value.bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  const sheet = opened.zip.read('xl/worksheets/sheet1.xml');
  if (!sheet.ok) throw new Error(sheet.error.code);

  const own: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < rounds; round++) {
    floor.push((await timed(() => zipSync({ 'xl/worksheets/sheet1.xml': [sheet.bytes, { level: 6 }] }))).ms);
    own.push((await timed(() => exportTable(pack, 'roster', store))).ms);
  }
  const result = {
    people: count,
    exportMs: Math.round(median(own)),
    fflateMs: Math.round(median(floor)),
    ratio: Number((median(own) / median(floor)).toFixed(2)),
    xmlMB: mb(sheet.bytes.length),
    fileMB: Number((first.value.bytes.length / 1e6).toFixed(1)),
    rssBeforeMB: mb(before),
    peakOfFirstExportMB: mb(peak),
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}

await main();
