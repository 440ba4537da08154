import type { Photo } from '../../records/photo/picture-type.ts';
import type { PhotoRefusal } from './accept-picture.ts';
import { firstFrame } from './crop-frame.ts';
import { isFinished } from './is-finished.ts';
import { makePhoto } from './make-photo.ts';
import { openPhoto } from './open-photo.ts';

export type Received =
  | { readonly ok: true; readonly photo: Photo }
  | { readonly ok: false; readonly error: PhotoRefusal };

/**
 * A photo that came inside somebody's form, made what the page's own are: upright, in the form's ratio (cut as the
 * dialog proposes it), small. One that is so already keeps its bytes, so that a form of ours comes back unchanged.
 * `null` when it was cancelled meanwhile.
 * @param ratio width to height
 */
export async function receivePhoto(
  sent: { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: Photo['type'] },
  ratio: number,
  signal: AbortSignal,
): Promise<Received | null> {
  // Opened in any case: what begins like a picture may end anywhere.
  const answer = await openPhoto(new Blob([sent.bytes], { type: sent.type }), signal);
  if (answer === null || !answer.ok) return answer;
  const { bitmap } = answer.picture;
  const photo = isFinished(sent.bytes, ratio) ? sent : await makePhoto(bitmap, firstFrame(bitmap, ratio), ratio);
  bitmap.close();
  return { ok: true, photo };
}
