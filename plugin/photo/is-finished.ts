import { PHOTO_BYTES } from './make-photo.ts';
import { pictureHeader } from './picture-header.ts';

/** Of the ratio: whole pixels are never quite in it. */
const TOLERANCE = 0.02;
/** `Exif`, behind which a camera notes how it was held. */
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** Whether a picture is small, in the ratio (width to height) and upright as it is, so that nothing is left to do. */
export function isFinished(bytes: Uint8Array, ratio: number): boolean {
  if (bytes.length > PHOTO_BYTES) return false;
  const header = pictureHeader(bytes);
  if (!('width' in header) || (header.kind !== 'jpeg' && header.kind !== 'png')) return false;
  if (Math.abs(header.width / header.height / ratio - 1) > TOLERANCE) return false;
  return !holds(bytes.subarray(0, 4096), EXIF);
}

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1))
    if (wanted.every((byte, n) => bytes[at + n] === byte)) return true;
  return false;
}
