import type { Settings } from '../../records/types.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import { type FromWorker, judge, type ToWorker } from './read-protocol.ts';

/** Reads received files beside the page, so that typing and the cancel button never wait. */
let setup: { readonly pack: Pack; readonly settings: Settings } | null = null;

self.onmessage = ({ data }: MessageEvent<ToWorker>): void => {
  if (data.kind === 'setup') {
    setup = data;
    return;
  }
  if (setup === null) throw new Error('a file before the setup');
  const answer: FromWorker = { at: data.at, result: judge(data.bytes, setup.pack, setup.settings) };
  self.postMessage(answer);
};
