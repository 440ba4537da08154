import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { loadPack } from '../sheets-templates/load.node.ts';
import { bookOf, plainPhoto, testPerson } from '../xlsx/form/testing/forms.node.ts';
import { inlineRows, makeWorkbook } from '../xlsx/read/made-workbook.ts';
import { checkWorkbook } from '../xlsx/recognise/check-workbook.ts';
import { openZip } from '../xlsx/zip/read-zip.ts';

/**
 * Breaks workbooks at random and reads them: every answer must be a value within 5 seconds and 512 MB, never a throw.
 * `npm run fuzz -- [--seconds 60] [--seed N] [FOLDER]`: workbooks of FOLDER are broken as well as made ones. What
 * throws or takes too much is kept in `fuzz-findings/`, to become a named test.
 */
const LONGEST = 5_000;
const MOST = 512;
const PACKS = fileURLToPath(new URL('../sheets-templates', import.meta.url));
const FINDINGS = fileURLToPath(new URL('../fuzz-findings', import.meta.url));
const SETTINGS = { county: '', unit: '', level: 'township', asOf: '2017-11-30' } as const;

type Random = (below: number) => number;
type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

/** Mulberry32: the same seed breaks the same things. */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % Math.max(1, below);
  };
}

const NASTY = [
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;',
  '&#0;',
  '&#x10ffff;',
  '<![CDATA[',
  '<!--',
  ']]>',
  '<row r="1048577">',
  '<c r="XFD1048576"><v>1</v></c>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '</sheetData>',
  '<x:c>',
  '__proto__',
  '\u0000',
  '_x0000_',
  '1e308',
  '=1+1',
  '\ud800',
];

const bytesChanged: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  for (let n = 1 + random(8); n > 0; n--) copy[random(copy.length)] = random(256);
  return copy;
};
const cutOff: Mutation = (bytes, random) => bytes.slice(0, random(bytes.length));
const pieceTwice: Mutation = (bytes, random) => {
  const from = random(bytes.length);
  const piece = bytes.slice(from, from + random(2_000));
  return Uint8Array.from([...bytes.slice(0, from), ...piece, ...bytes.slice(from)]);
};

/** Changes one part of the archive as text. */
function inPart(change: (text: string, random: Random) => string): Mutation {
  return (bytes, random) => {
    // By our own reader: fflate's does not come back from some archives that were broken before.
    const opened = openZip(bytes);
    if (!opened.ok) return bytes;
    const parts: Record<string, Uint8Array> = {};
    for (const { name } of opened.zip.entries) {
      const read = opened.zip.read(name);
      if (read.ok) parts[name] = read.bytes;
    }
    const names = Object.keys(parts);
    const name = names[random(names.length)] ?? '';
    parts[name] = strToU8(change(new TextDecoder().decode(parts[name]), random));
    return zipSync(parts, { level: 1 });
  };
}

const nastyText = inPart((text, random) => {
  const at = random(text.length);
  return text.slice(0, at) + (NASTY[random(NASTY.length)] ?? '') + text.slice(at);
});
const tagGone = inPart((text, random) => {
  const tags = [...text.matchAll(/<[^>]*>/g)];
  const tag = tags[random(tags.length)];
  return tag === undefined ? text : text.slice(0, tag.index) + text.slice(tag.index + tag[0].length);
});
const attributeChanged = inPart((text, random) => {
  const found = [...text.matchAll(/="([^"]*)"/g)];
  const one = found[random(found.length)];
  const value = ['', '-1', '99999999999', 'A0', '../../x', NASTY[random(NASTY.length)] ?? ''][random(6)] ?? '';
  return one === undefined ? text : `${text.slice(0, one.index)}="${value}"${text.slice(one.index + one[0].length)}`;
});
const partRepeated = inPart((text, random) => text.repeat(1 + random(4)));
const MUTATIONS = { bytesChanged, cutOff, pieceTwice, nastyText, tagGone, attributeChanged, partRepeated };

/** Workbooks to begin with: rosters and filled forms with photos made here, and those of a folder. */
async function seeds(folder: string | undefined): Promise<Uint8Array[]> {
  const header = ['序号', '乡镇', '村(社区)', '姓名', '性别', '出生年月', '学历', '身份证号码', '联系电话'];
  const row = ['1', '南城镇', '白虎村', '张三', '女', '1986.06', '本科', '510104198606111483', '13800000001'];
  const sheets = {
    名册: inlineRows([['名册'], header, row, row.with(3, '李四'), ['合计']]),
    说明: inlineRows([['注：']]),
  };
  const tail = '<mergeCells><mergeCell ref="A1:I1"/><mergeCell ref="C3:C4"/></mergeCells>';
  const forms = [plainPhoto(40, 90, 160), plainPhoto(90, 40, 160)].map((photo, n) => testPerson(`王${n}`, { photo }));
  const made = [
    makeWorkbook({ sheets, tail }),
    await bookOf(forms),
    strToU8([header, row].map((r) => r.join(',')).join('\r\n')),
  ];
  if (folder === undefined) return made;
  const files = readdirSync(folder).filter((name) => /\.(xlsx|csv)$/i.test(name));
  return [...made, ...files.map((name) => new Uint8Array(readFileSync(join(folder, name))))];
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const loaded = await loadPack(join(PACKS, 'village-reserve-cadres'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const { pack } = loaded.value;
const seconds = Number(option('--seconds') ?? 60);
const seed = Number(option('--seed') ?? Date.now() % 1_000_000);
const folder = process.argv.slice(2).find((arg, at, all) => !arg.startsWith('--') && !all[at - 1]?.startsWith('--'));
const random = randomOf(seed);
const originals = await seeds(folder);
const answers = new Map<string, number>();
const end = Date.now() + seconds * 1000;
let runs = 0;
let slowest = 0;
let findings = 0;

console.log(`seed ${seed}, ${seconds} s, ${originals.length} workbooks`);
while (Date.now() < end) {
  let bytes = originals[random(originals.length)] ?? new Uint8Array();
  const names = Object.keys(MUTATIONS);
  const done: string[] = [];
  for (let n = 1 + random(3); n > 0; n--) {
    const name = names[random(names.length)] ?? '';
    done.push(name);
    const mutation = Object.entries(MUTATIONS).find(([key]) => key === name)?.[1];
    bytes = mutation?.(bytes, random) ?? bytes;
  }
  const before = process.memoryUsage().rss;
  const start = performance.now();
  let answer: string;
  try {
    const result = checkWorkbook(bytes, [pack], SETTINGS);
    answer = result.ok ? 'ok' : result.error.code;
  } catch (error) {
    answer = `THROWN ${error instanceof Error ? error.message : String(error)}`;
  }
  const took = performance.now() - start;
  slowest = Math.max(slowest, took);
  runs++;
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  if (grown > MOST) answer = `LARGE ${grown.toFixed(0)} MB`;
  if (took > LONGEST) answer = `SLOW ${took.toFixed(0)} ms`;
  answers.set(answer, (answers.get(answer) ?? 0) + 1);
  if (/^(THROWN|SLOW|LARGE)/.test(answer)) {
    findings++;
    mkdirSync(FINDINGS, { recursive: true });
    writeFileSync(join(FINDINGS, `${seed}-${runs}.xlsx`), bytes);
    console.log(`${answer} after ${done.join(', ')}: fuzz-findings/${seed}-${runs}.xlsx`);
  }
}
const peak = process.resourceUsage().maxRSS / 1024;
for (const [answer, count] of [...answers].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(7)} ${answer}`);
console.log(`${runs} files, slowest ${slowest.toFixed(0)} ms, peak ${peak.toFixed(0)} MB, ${findings} findings`);
if (findings > 0) process.exitCode = 1;
