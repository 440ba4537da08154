import { fileURLToPath } from 'node:url';
import type { Settings } from '../records/types.ts';
import { loadPack } from '../sheets-templates/load.node.ts';
import { readWorkbook } from '../xlsx/read/read-workbook.ts';
import { checkWorkbook } from '../xlsx/recognise/check-workbook.ts';
import { recogniseWorkbook } from '../xlsx/recognise/recognise.ts';
import { largeRoster, unzipAndParse } from './large-roster.ts';

/**
 * One workbook of many people (ROWS, 100,000 unless told) read, recognised and judged by all rules, against merely
 * unzipping the same file and running saxes over its parts. Goal: at most 1.5 ×.
 */
const ROWS = Number(process.argv[2] ?? 100_000);
const ROUNDS = Number(process.argv[3] ?? 3);
const SETTINGS: Settings = { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30' };
function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

async function main(): Promise<void> {
  const loaded = await loadPack(fileURLToPath(new URL('../sheets-templates/village-reserve-cadres', import.meta.url)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const { pack } = loaded.value;
  const bytes = largeRoster(ROWS);
  const times = { floor: [] as number[], read: [] as number[], recognise: [] as number[], all: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.floor.push(timed(() => unzipAndParse(bytes)));
    times.all.push(
      timed(() => {
        const result = checkWorkbook(bytes, [pack], SETTINGS);
        if (!result.ok || result.checked.sheets[0]?.records.length !== ROWS) throw new Error('not all rows were read');
      }),
    );
    const read = readWorkbook(bytes);
    times.read.push(timed(() => void readWorkbook(bytes)));
    if (read.ok) times.recognise.push(timed(() => void recogniseWorkbook(read.workbook, pack)));
  }
  const base = median(times.floor);
  console.log(`${ROWS} rows, ${(bytes.length / 1e6).toFixed(1)} MB, median of ${ROUNDS}`);
  for (const [name, list] of Object.entries(times)) {
    const ms = median(list);
    console.log(`${name.padEnd(10)} ${ms.toFixed(0).padStart(7)} ms   ${(ms / base).toFixed(2)} × unzip + saxes`);
  }
  console.log(`peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

await main();
