import { acceptPicture, type PhotoRefusal } from './accept-picture.ts';
import { whiteSurface } from './surface.ts';

/** Longest side of what is worked with, in pixels: a head cut from it still has more of them than the print needs. */
const LONGEST = 2400;

/** A picture ready to be cut: upright, on white, not larger than needed. */
export interface OpenedPicture {
  readonly bitmap: ImageBitmap;
  /** Only its first image is there. */
  readonly animated: boolean;
}

export type OpenAnswer =
  | { readonly ok: true; readonly picture: OpenedPicture }
  | { readonly ok: false; readonly error: PhotoRefusal };

/** Opens a file's bytes as a picture. Works in a worker as on the page. */
export async function openPicture(bytes: Uint8Array<ArrayBuffer>): Promise<OpenAnswer> {
  const accepted = acceptPicture(bytes);
  if (!accepted.ok) return accepted;
  const { header } = accepted;
  let decoded: ImageBitmap;
  try {
    // Left to its default a browser turns it upright as the camera noted; naming that wish fails before Chromium 111.
    decoded = await createImageBitmap(new Blob([bytes], { type: `image/${header.kind}` }));
  } catch {
    return { ok: false, error: { code: header.cmyk ? 'cmyk' : 'broken' } };
  }
  const scale = Math.min(1, LONGEST / Math.max(decoded.width, decoded.height));
  const surface = whiteSurface(decoded.width * scale, decoded.height * scale);
  const { canvas, context } = surface;
  context.drawImage(decoded, 0, 0, canvas.width, canvas.height);
  decoded.close();
  const bitmap = 'transferToImageBitmap' in canvas ? canvas.transferToImageBitmap() : await createImageBitmap(canvas);
  return { ok: true, picture: { bitmap, animated: header.animated ?? false } };
}
