import { acceptSize } from './accept-picture.ts';
import { type OpenAnswer, openPicture } from './open-picture.ts';

/** Opens a file as a picture, in a worker where there is one. `null` when it was cancelled meanwhile. */
export async function openPhoto(file: Blob, signal: AbortSignal): Promise<OpenAnswer | null> {
  const refusal = acceptSize(file.size);
  if (refusal !== undefined) return { ok: false, error: refusal };
  const buffer = await file.arrayBuffer().catch(() => null);
  if (signal.aborted) return null;
  if (buffer === null) return { ok: false, error: { code: 'unreadable' } };
  const bytes = new Uint8Array(buffer);
  const answer = await inWorker(bytes, signal);
  if (answer !== 'no-worker') return answer;
  const opened = await openPicture(bytes);
  return signal.aborted ? null : opened;
}

/** `no-worker`: this browser cannot run it (Firefox before 114), or draws only on the page. */
function inWorker(bytes: Uint8Array, signal: AbortSignal): Promise<OpenAnswer | null | 'no-worker'> {
  const worker = typeof OffscreenCanvas === 'undefined' ? null : startWorker();
  if (worker === null) return Promise.resolve('no-worker');
  return new Promise((resolve) => {
    const done = (answer: OpenAnswer | null | 'no-worker'): void => {
      signal.removeEventListener('abort', onAbort);
      worker.terminate();
      resolve(answer);
    };
    const onAbort = (): void => done(null);
    signal.addEventListener('abort', onAbort);
    worker.onmessage = ({ data }: MessageEvent<OpenAnswer>) => done(data);
    worker.onerror = (event) => {
      event.preventDefault();
      done('no-worker');
    };
    worker.postMessage(bytes);
  });
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./photo.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
