import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { madeWorkbooks } from './fuzz-made.ts';
import { broken, randomOf } from './fuzz-mutations.ts';

/**
 * Breaks workbooks at random and reads them: every answer must be a value within 5 seconds and 512 MB, never a throw.
 * `npm run fuzz -- [--seconds 60] [--runs N] [--seed N] [FOLDER]`: workbooks of FOLDER are broken as well as made ones.
 * They are read in a process of its own, whose memory is measured file by file. What throws, crashes or takes too much is
 * kept in `fuzz-findings/`, to become a named test.
 */
const LONGEST = 5_000;
const MOST = 512;
const READER = fileURLToPath(new URL('./fuzz-reader.ts', import.meta.url));
const FINDINGS = fileURLToPath(new URL('../fuzz-findings', import.meta.url));

function workbooksOf(folder: string): Uint8Array[] {
  const files = readdirSync(folder).filter((name) => /\.(xlsx|xls|et|ods|csv|html?|xml)$/i.test(name));
  return files.map((name) => new Uint8Array(readFileSync(join(folder, name))));
}

const answer = z.object({ answer: z.string(), took: z.number(), grown: z.number(), peak: z.number() });
type Answer = z.infer<typeof answer>;

/** The reading process; another one takes its place when it crashed, hung or grew. */
class Reader {
  #child: ChildProcess | undefined;

  async #ready(): Promise<ChildProcess> {
    if (this.#child !== undefined) return this.#child;
    const child = fork(READER, { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('error', reject);
      child.once('exit', () => reject(new Error('the reader does not start')));
    });
    child.removeAllListeners();
    return child;
  }

  async read(bytes: Uint8Array): Promise<Answer> {
    const child = await this.#ready();
    const start = performance.now();
    const read = await new Promise<Answer>((resolve) => {
      const failed = (text: string): void =>
        resolve({ answer: text, took: performance.now() - start, grown: 0, peak: 0 });
      const late = setTimeout(() => failed(`SLOW more than ${LONGEST * 2} ms`), LONGEST * 2);
      child.once('message', (message) => {
        clearTimeout(late);
        resolve(answer.parse(message));
      });
      child.once('exit', (code, signal) => {
        clearTimeout(late);
        failed(`CRASHED ${code ?? signal}`);
      });
      child.send(bytes);
    });
    child.removeAllListeners();
    if (/^(?:SLOW|CRASHED)/.test(read.answer) || read.grown > MOST * 2 ** 20) this.end();
    return read;
  }

  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const seconds = Number(option('--seconds') ?? 60);
const most = Number(option('--runs') ?? Number.POSITIVE_INFINITY);
const seed = Number(option('--seed') ?? Date.now() % 1_000_000);
const folder = process.argv.slice(2).find((arg, at, all) => !arg.startsWith('--') && !all[at - 1]?.startsWith('--'));
const random = randomOf(seed);
const made = await madeWorkbooks();
const given = folder === undefined ? [] : workbooksOf(folder);
const answers = new Map<string, number>();
const end = most === Number.POSITIVE_INFINITY ? Date.now() + seconds * 1000 : Number.POSITIVE_INFINITY;
const reader = new Reader();
let slowestHow = '';
let [runs, slowest, largest, peak, findings] = [0, 0, 0, 0, 0];

console.log(`seed ${seed}, ${made.length + given.length} workbooks`);
while (Date.now() < end && runs < most) {
  // Few are made here, and they alone have pictures: each second is one of them.
  const next = given.length === 0 || random(2) === 0 ? made : given;
  const { bytes, how } = broken(next[random(next.length)] ?? new Uint8Array(), random);
  const read = await reader.read(bytes);
  runs++;
  const grown = read.grown / 2 ** 20;
  if (read.took > slowest) [slowest, slowestHow] = [read.took, how];
  largest = Math.max(largest, grown);
  peak = Math.max(peak, read.peak / 2 ** 20);
  let text = read.answer;
  if (grown > MOST) text = `LARGE ${grown.toFixed(0)} MB`;
  if (read.took > LONGEST) text = `SLOW ${read.took.toFixed(0)} ms`;
  answers.set(text, (answers.get(text) ?? 0) + 1);
  if (!/^(?:THROWN|SLOW|LARGE|CRASHED)/.test(text)) continue;
  findings++;
  mkdirSync(FINDINGS, { recursive: true });
  writeFileSync(join(FINDINGS, `${seed}-${runs}.xlsx`), bytes);
  console.log(`${text} after ${how}: fuzz-findings/${seed}-${runs}.xlsx`);
}
reader.end();
for (const [text, count] of [...answers].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(7)} ${text}`);
const figures = `slowest ${slowest.toFixed(0)} ms (${slowestHow}), one file took at most ${largest.toFixed(0)} MB, peak ${peak.toFixed(0)} MB`;
console.log(`${runs} files, ${figures}, ${findings} findings`);
if (findings > 0) process.exitCode = 1;
