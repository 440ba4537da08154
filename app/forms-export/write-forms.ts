import type { FormSourceTemplate } from '../../xlsx/form/export-forms.ts';
import type { FormData } from '../../xlsx/form/form-data.ts';
import type { Spliced } from '../../xlsx/splice/refusal.ts';
import type { FromWorker, ToWorker } from './forms-protocol.ts';
import { type FormPacking, type MadeForms, makeForms } from './make-forms.ts';

export interface WriteJob {
  readonly forms: AsyncIterable<FormData>;
  readonly signal: AbortSignal;
  /** Called before each person: how many are done, and whose form is next. */
  readonly onProgress: (done: number, name: string) => void;
}

/**
 * Writes forms in a worker of its own, which is ended when it is cancelled. Errors as `writeFormBook`.
 * @throws Error when the worker dies
 */
export async function writeForms(
  source: FormSourceTemplate,
  packing: FormPacking,
  job: WriteJob,
): Promise<Spliced<MadeForms>> {
  const forms = told(job);
  const worker = startWorker();
  const made = worker === null ? 'no-worker' : await inWorker(worker, source, packing, forms, job.signal);
  if (made !== 'no-worker') return made;
  // A browser that cannot run it (Firefox before 114): the page writes by itself, and breathes between two people.
  return makeForms(source, packing, { forms: breathing(forms), signal: job.signal });
}

async function* told({ forms, signal, onProgress }: WriteJob): AsyncGenerator<FormData, void> {
  let done = 0;
  for await (const data of forms) {
    // Cancelled while a photo was being read: what is told now would come behind the answer.
    if (signal.aborted) return;
    onProgress(done++, data.sheetName);
    yield data;
  }
}

async function* breathing(forms: AsyncIterable<FormData>): AsyncGenerator<FormData, void> {
  for await (const data of forms) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    yield data;
  }
}

function inWorker(
  worker: Worker,
  source: FormSourceTemplate,
  packing: FormPacking,
  forms: AsyncIterator<FormData, void>,
  signal: AbortSignal,
): Promise<Spliced<MadeForms> | 'no-worker'> {
  let begun = false;
  const say = (message: ToWorker): void => worker.postMessage(message);
  const answer = new Promise<Spliced<MadeForms> | 'no-worker'>((resolve, reject) => {
    const stop = (): void => resolve({ ok: false, error: { code: 'cancelled' } });
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    worker.onerror = (event) => {
      event.preventDefault();
      if (begun) reject(new Error(event.message));
      else resolve('no-worker');
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      begun = true;
      if (data.kind === 'made') resolve(data.made);
      else if (data.kind === 'broken') reject(new Error(data.why));
      else forms.next().then(({ done, value }) => say({ kind: 'form', data: done ? null : (value ?? null) }), reject);
    };
    say({ kind: 'begin', source, packing });
  });
  return answer.finally(() => worker.terminate());
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./forms.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
