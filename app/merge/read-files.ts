import { localDay } from '../../formulas/calendar.ts';
import type { CheckResult } from '../../xlsx/recognise/check-workbook.ts';
import { type FromWorker, type Judging, judge, type ReadAnswer, type ToWorker } from './read-protocol.ts';

/** A file with the name it goes by; two of one name in different folders go by their paths. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
  /** Where it lay in the folder that was chosen or dropped. */
  readonly path: string;
}

export interface ReadOptions extends Judging {
  readonly signal: AbortSignal;
  /** Called whenever a file is begun or done: how many are done, and which are being read. */
  readonly onProgress: (done: number, names: readonly string[]) => void;
}

/** A worker takes about as long to start as these many small files to read. */
const WORTH_A_WORKER = 12;
const MOST_WORKERS = 4;

/** Reads files in workers, several at a time; `null` when it was cancelled. The answers are in the order of the files. */
export async function readFiles(
  files: readonly NamedFile[],
  options: ReadOptions,
): Promise<readonly ReadAnswer[] | null> {
  const { signal, onProgress } = options;
  const answers = new Map<number, ReadAnswer>();
  const inHand = new Map<number, string>();
  const queue = files.entries();
  const report = (): void => onProgress(answers.size, [...inHand.values()]);
  const work = async (reader: Reader): Promise<void> => {
    try {
      // One queue for all: whoever is free takes the next file.
      for (const [at, named] of queue) {
        if (signal.aborted) return;
        inHand.set(at, named.name);
        report();
        const answer = await readOne(reader, at, named);
        inHand.delete(at);
        if (answer === null) return;
        answers.set(at, answer);
        report();
      }
    } finally {
      reader.dispose();
    }
  };
  await Promise.all(Array.from({ length: workersFor(files.length) }, () => work(new Reader(options))));
  return signal.aborted ? null : files.flatMap((_, at) => answers.get(at) ?? []);
}

function workersFor(files: number): number {
  const cores = Math.max(1, (navigator.hardwareConcurrency || 2) - 1);
  return Math.min(MOST_WORKERS, Math.max(2, cores), Math.max(1, Math.ceil(files / WORTH_A_WORKER)));
}

async function readOne(reader: Reader, at: number, { name, file, path }: NamedFile): Promise<ReadAnswer | null> {
  const bytes = await file.arrayBuffer().catch(() => null);
  const known = { file: name, path, date: localDay(new Date(file.lastModified)) };
  if (bytes === null) return { ...known, result: { ok: false, error: { code: 'unreadable' } } };
  const result = await reader.read(at, bytes);
  return result === null ? null : { ...known, result };
}

class Reader {
  readonly #options: ReadOptions;
  #worker: Worker | null;

  constructor(options: ReadOptions) {
    this.#options = options;
    this.#worker = startWorker();
    const { pack, settings, answers } = options;
    this.#post({ kind: 'setup', pack, settings, answers });
  }

  /** `null` when it was cancelled meanwhile: the worker is ended in the middle of its work. */
  async read(at: number, bytes: ArrayBuffer): Promise<CheckResult | null> {
    const worker = this.#worker;
    if (worker !== null) {
      const answer = await this.#ask(worker, at, bytes);
      if (answer !== 'no-worker') return answer;
      // A browser that cannot run it (Firefox before 114): the page reads by itself, and stays cancellable between files.
      this.dispose();
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
    return this.#options.signal.aborted ? null : judge(bytes, this.#options);
  }

  #ask(worker: Worker, at: number, bytes: ArrayBuffer): Promise<CheckResult | null | 'no-worker'> {
    const { signal } = this.#options;
    return new Promise((resolve) => {
      const onAbort = (): void => done(null);
      const done = (answer: CheckResult | null | 'no-worker'): void => {
        signal.removeEventListener('abort', onAbort);
        worker.onmessage = null;
        worker.onerror = null;
        resolve(answer);
      };
      signal.addEventListener('abort', onAbort);
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data.at === at) done(data.result);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        done('no-worker');
      };
      // Copied, not handed over: should the worker fail, the page still has the bytes.
      this.#post({ kind: 'file', at, bytes });
    });
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }

  dispose(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
