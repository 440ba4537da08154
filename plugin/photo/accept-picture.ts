import { type ForeignPicture, type PictureHeader, pictureHeader } from './picture-header.ts';

/** Bytes of a file that is opened at most: a phone's largest photos have about 25 MB. */
export const MAX_BYTES = 30 * 1024 * 1024;
/** Pixels that are decoded at most; each takes four bytes. */
export const MAX_PIXELS = 64_000_000;
/** Shorter than this on a side, nobody can be recognised. */
export const MIN_SIDE = 40;

/**
 * Why a file does not become a photo. `empty`: no bytes; `unreadable`: it is gone meanwhile; `fileTooLarge`; `tooManyPixels`; `tooFewPixels`; `notPicture`;
 * `broken`: it begins as a picture, but cannot be decoded; `cmyk`: printing colours that this browser cannot decode;
 * the others are formats that browsers do not show. The sentences are in `locale.zh-CN.ts`.
 */
export interface PhotoRefusal {
  readonly code:
    | 'empty'
    | 'unreadable'
    | 'fileTooLarge'
    | 'tooManyPixels'
    | 'tooFewPixels'
    | 'notPicture'
    | 'broken'
    | 'cmyk'
    | ForeignPicture;
  /** Of the file, when it is about that. */
  readonly bytes?: number;
  /** Of the picture, when it is about that. */
  readonly width?: number;
  readonly height?: number;
}

export type Accepted =
  | { readonly ok: true; readonly header: PictureHeader }
  | { readonly ok: false; readonly error: PhotoRefusal };

const refuse = (error: PhotoRefusal): Accepted => ({ ok: false, error });

/** Whether a file of this size is read at all. */
export function acceptSize(bytes: number): PhotoRefusal | undefined {
  if (bytes === 0) return { code: 'empty' };
  return bytes > MAX_BYTES ? { code: 'fileTooLarge', bytes } : undefined;
}

/** Looks at a picture's header before anything is decoded: a small file may claim to be as large as a house. */
export function acceptPicture(bytes: Uint8Array): Accepted {
  const size = acceptSize(bytes.length);
  if (size !== undefined) return refuse(size);
  const header = pictureHeader(bytes);
  if (header.kind === 'unknown') return refuse({ code: 'notPicture' });
  if (!('width' in header)) return refuse({ code: header.kind });
  const { width, height } = header;
  if (width * height > MAX_PIXELS) return refuse({ code: 'tooManyPixels', width, height });
  if (Math.min(width, height) < MIN_SIDE) return refuse({ code: 'tooFewPixels', width, height });
  return { ok: true, header };
}
