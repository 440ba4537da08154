import { fileURLToPath } from 'node:url';
import { loadPack } from '../sheets-templates/load.node.ts';
import { checkWorkbook } from '../xlsx/recognise/check-workbook.ts';

/**
 * Reads what it is sent, in a process of its own, so that a crash ends nothing else and its memory is its own. Answers
 * each file with what came out, and the most memory the process had so far and before, in bytes.
 */
const SETTINGS = { county: '', unit: '', level: 'township', asOf: '2017-11-30' } as const;
const PACK = fileURLToPath(new URL('../sheets-templates/village-reserve-cadres', import.meta.url));

const loaded = await loadPack(PACK);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const { pack } = loaded.value;

process.on('message', (bytes) => {
  if (!(bytes instanceof Uint8Array)) return;
  const before = process.memoryUsage().rss;
  const known = process.resourceUsage().maxRSS * 1024;
  const start = performance.now();
  let answer: string;
  try {
    const result = checkWorkbook(bytes, [pack], SETTINGS);
    answer = result.ok ? 'ok' : result.error.code;
  } catch (error) {
    answer = `THROWN ${error instanceof Error ? error.message : String(error)}`;
  }
  const peak = process.resourceUsage().maxRSS * 1024;
  // Only a new peak is this file's; what an earlier one took says nothing of it.
  const grown = peak > known ? peak - before : 0;
  process.send?.({ answer, took: performance.now() - start, grown, peak });
});
process.send?.('ready');
