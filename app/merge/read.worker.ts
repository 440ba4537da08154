import { type FromWorker, type Judging, judge, type ToWorker } from './read-protocol.ts';

/** Reads received files beside the page, so that typing and the cancel button never wait. */
let setup: Judging | null = null;

self.onmessage = ({ data }: MessageEvent<ToWorker>): void => {
  if (data.kind === 'setup') {
    setup = data;
    return;
  }
  if (setup === null) throw new Error('a file before the setup');
  const answer: FromWorker = { at: data.at, result: judge(data.bytes, setup) };
  self.postMessage(answer);
};
