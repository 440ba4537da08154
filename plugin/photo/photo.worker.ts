import { openPicture } from './open-picture.ts';

/** Opens pictures beside the page: a large photo takes a second to decode. */
self.onmessage = async ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>): Promise<void> => {
  const answer = await openPicture(data);
  self.postMessage(answer, { transfer: answer.ok ? [answer.picture.bitmap] : [] });
};
