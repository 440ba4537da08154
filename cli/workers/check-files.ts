import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type CheckSetup, checkFile, type FileAnswer, unwired, type WireAnswer } from './check-file.ts';
import { threadFile } from './thread-file.ts';

/** A thread takes about as long to start as these many small files to check. */
const WORTH_A_THREAD = 150;
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
  const threads = options.threads ?? Math.min(availableParallelism() - 1, Math.floor(files.length / WORTH_A_THREAD));
  const answers: WireAnswer[] = [];
  let next = 0;
  let done = 0;
  const take = (): number | undefined => (next < files.length ? next++ : undefined);
  const keep = (at: number, answer: WireAnswer): void => {
    answers[at] = answer;
    options.onProgress?.(++done);
  };
  const help = async (): Promise<void> => {
    const program = await threadFile();
    // Few files may all be read by now.
    const start = (): Promise<void> | undefined =>
      next < files.length ? runThread(program, files, setup, take, keep) : undefined;
    await Promise.all(Array.from({ length: threads }, start));
  };
  const helped = threads > 0 ? help() : undefined;
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
