import type { Photo } from '../../records/photo/picture-type.ts';
import type { CropFrame } from './crop-frame.ts';
import { jpegBytes, whiteSurface } from './surface.ts';

/** Height of a finished photo in pixels: 45 mm at 300 dots per inch. */
export const PHOTO_HEIGHT = 531;
/** A finished photo has at most so many bytes. */
export const PHOTO_BYTES = 200 * 1024;

const QUALITIES = [0.92, 0.86, 0.78, 0.68, 0.55, 0.4];

/**
 * What the frame shows of the picture as a JPEG of at most `PHOTO_BYTES`, in the frame's ratio, never larger than the
 * frame's own pixels.
 * @param ratio width to height
 */
export async function makePhoto(picture: ImageBitmap, frame: CropFrame, ratio: number): Promise<Photo> {
  const height = Math.min(PHOTO_HEIGHT, Math.max(1, Math.round(frame.height)));
  const surface = whiteSurface(height * ratio, height);
  const { canvas, context } = surface;
  const { left, top } = frame;
  context.drawImage(picture, left, top, frame.width, frame.height, 0, 0, canvas.width, canvas.height);
  let bytes = new Uint8Array(0);
  for (const quality of QUALITIES) {
    bytes = await jpegBytes(surface, quality);
    if (bytes.length <= PHOTO_BYTES) break;
  }
  return { bytes, type: 'image/jpeg' };
}
