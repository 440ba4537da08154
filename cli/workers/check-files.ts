import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { builtProgram } from '../built.mjs';
import { type CheckSetup, checkFile, type FileAnswer, unwired, type WireAnswer } from './check-file.ts';

/**
 * What a thread costs before it is as quick as this one, in milliseconds of work in the list (measured: the other core
 * makes this thread's program quick meanwhile); more where it has to translate the sources.
 */
const WORTH_A_THREAD = 2_500;
const WORTH_TRANSLATING = 5_000;
/** What a file and each KB of it take about. */
const EACH_FILE = 0.4;
const EACH_KB = 0.25;
const SMALL = 4_096;
/** Files that a thread has in hand, so that it never waits for this one. */
const AHEAD = 8;

export interface CheckFilesOptions {
  readonly onProgress?: (done: number) => void;
  /** Threads beside this one; by default what the machine has, if the files are many. */
  readonly threads?: number;
}

/** Checks many files on all cores; the answers are in the order of the files. */
export async function checkFiles(
  files: readonly string[],
  setup: CheckSetup,
  options: CheckFilesOptions = {},
): Promise<readonly FileAnswer[]> {
  const work = workOf(files);
  const program = options.threads !== undefined || work >= WORTH_A_THREAD ? builtProgram('check.worker') : undefined;
  const threads = options.threads ?? Math.min(availableParallelism() - 1, threadsFor(files, work, program));
  const answers: WireAnswer[] = [];
  let next = 0;
  let done = 0;
  const take = (): number | undefined => (next < files.length ? next++ : undefined);
  const keep = (at: number, answer: WireAnswer): void => {
    answers[at] = answer;
    options.onProgress?.(++done);
  };
  const start = (): Promise<void> => runThread(program, files, setup, take, keep);
  const helped = threads > 0 ? Promise.all(Array.from({ length: threads }, start)) : undefined;
  // What went wrong in a thread is told when it is waited for, below.
  helped?.catch(() => undefined);
  for (let at = take(); at !== undefined; at = take()) {
    keep(at, checkFile(files[at] ?? '', setup));
    // Messages of the threads come in between.
    if (threads > 0) await turn();
  }
  await helped;
  return answers.map((answer) => unwired(answer, setup.packs));
}

/** How many threads pay beside this one. */
function threadsFor(files: readonly string[], work: number, program: string | undefined): number {
  if (program === undefined && work < WORTH_TRANSLATING) return 0;
  return Math.min(files.length - 1, Math.floor(work / WORTH_A_THREAD));
}

/** How long one thread would take about, in milliseconds. */
function workOf(files: readonly string[]): number {
  let work = 0;
  for (const file of files) work += EACH_FILE + (EACH_KB * sizeOf(file)) / 1024;
  return work;
}

/** Bytes of a file; of one in an archive, or that is not there, what a small one has. */
function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return SMALL;
  }
}

/** One thread, kept busy until no file is left. @throws what went wrong in it */
function runThread(
  program: string | undefined,
  files: readonly string[],
  setup: CheckSetup,
  take: () => number | undefined,
  keep: (at: number, answer: WireAnswer) => void,
): Promise<void> {
  // What makes TypeScript run in this thread is not wanted there: it takes longer to load than the program.
  const source = program === undefined ? new URL('./start.mjs', import.meta.url) : pathToFileURL(program);
  const worker = new Worker(source, { workerData: setup, execArgv: [] });
  return new Promise<void>((resolve, reject) => {
    let inHand = 0;
    const more = (): void => {
      while (inHand < AHEAD) {
        const at = take();
        if (at === undefined) break;
        inHand++;
        worker.postMessage({ at, file: files[at] ?? '' });
      }
      if (inHand === 0) void worker.terminate().then(() => resolve(), reject);
    };
    worker.once('online', more);
    worker.once('error', reject);
    worker.on('message', ({ at, answer }: { readonly at: number; readonly answer: WireAnswer }) => {
      inHand--;
      keep(at, answer);
      more();
    });
  });
}
