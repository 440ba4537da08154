import type { Settings } from '../../records/types.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import type { CheckResult } from '../../xlsx/recognise/check-workbook.ts';
import { type FromWorker, judge, type ReadAnswer, type ToWorker } from './read-protocol.ts';

/** A file with the name it goes by; two of one name in different folders go by their paths. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

export interface ReadOptions {
  readonly pack: Pack;
  readonly settings: Settings;
  readonly signal: AbortSignal;
  /** Called before each file is read. */
  readonly onProgress: (done: number, name: string) => void;
}

/** Reads files one after the other in a worker; `null` when it was cancelled. */
export async function readFiles(
  files: readonly NamedFile[],
  options: ReadOptions,
): Promise<readonly ReadAnswer[] | null> {
  const { signal, onProgress } = options;
  const reader = new Reader(options);
  try {
    const answers: ReadAnswer[] = [];
    for (const [at, { name, file }] of files.entries()) {
      if (signal.aborted) return null;
      onProgress(at, name);
      const bytes = await file.arrayBuffer().catch(() => null);
      const date = localDate(new Date(file.lastModified));
      if (bytes === null) answers.push({ file: name, date, result: { ok: false, error: { code: 'unreadable' } } });
      else {
        const result = await reader.read(at, bytes);
        if (result === null) return null;
        answers.push({ file: name, date, result });
      }
    }
    return signal.aborted ? null : answers;
  } finally {
    reader.dispose();
  }
}

class Reader {
  readonly #options: ReadOptions;
  #worker: Worker | null;

  constructor(options: ReadOptions) {
    this.#options = options;
    this.#worker = startWorker();
    const { pack, settings } = options;
    this.#post({ kind: 'setup', pack, settings });
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
    return this.#options.signal.aborted ? null : judge(bytes, this.#options.pack, this.#options.settings);
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

function localDate(moment: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
