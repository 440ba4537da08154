import type { FormData } from '../../xlsx/form/form-data.ts';
import type { FromWorker, ToWorker } from './forms-protocol.ts';
import { makeForms } from './make-forms.ts';

/** Writes forms beside the page, so that it stays alive; asks for one person after the other. */
let hand: ((data: FormData | null) => void) | null = null;

self.onmessage = ({ data }: MessageEvent<ToWorker>): void => {
  if (data.kind === 'form') {
    if (hand === null) throw new Error('a form that nobody asked for');
    hand(data.data);
    return;
  }
  makeForms(data.source, data.packing, { forms: asked() }).then(
    (made) => say({ kind: 'made', made }),
    (error: unknown) => say({ kind: 'broken', why: String(error) }),
  );
};

async function* asked(): AsyncGenerator<FormData, void> {
  for (;;) {
    const data = await new Promise<FormData | null>((resolve) => {
      hand = resolve;
      say({ kind: 'next' });
    });
    if (data === null) return;
    yield data;
  }
}

function say(message: FromWorker): void {
  self.postMessage(message);
}
