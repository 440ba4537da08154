import { jpegHeader } from './jpeg-header.ts';

/** What the first bytes of a file say of the picture in it. Sizes are in pixels, as stored (not yet turned upright). */
export interface PictureHeader {
  readonly kind: 'jpeg' | 'png' | 'gif' | 'webp' | 'bmp';
  readonly width: number;
  readonly height: number;
  /** Four printing inks instead of red, green and blue. */
  readonly cmyk?: boolean;
  /** More than one picture, one after the other. */
  readonly animated?: boolean;
}

/** Formats that are pictures, but none that browsers show. */
export type ForeignPicture = 'heic' | 'tiff' | 'raw' | 'psd' | 'svg' | 'pdf';

export type HeaderAnswer = PictureHeader | { readonly kind: ForeignPicture } | { readonly kind: 'unknown' };

const text = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

/** Brands of the container that phones write (ISO 23008-12). */
const HEIC = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)$/;

/** Reads a picture's kind and size from its header, without decoding anything. */
export function pictureHeader(bytes: Uint8Array): HeaderAnswer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff)
    return jpegHeader(bytes, view) ?? { kind: 'unknown' };
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n' && bytes.length >= 24) {
    const animated = text(bytes, 0, Math.min(bytes.length, 4096)).includes('acTL');
    return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20), animated };
  }
  if (/^GIF8[79]a/.test(text(bytes, 0, 6)) && bytes.length >= 10) {
    return { kind: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true), animated: gifMoves(bytes) };
  }
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP')
    return webpHeader(bytes, view) ?? { kind: 'unknown' };
  if (text(bytes, 0, 2) === 'BM' && bytes.length >= 26) {
    return { kind: 'bmp', width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
  }
  return { kind: foreignKind(bytes) ?? 'unknown' };
}

function foreignKind(bytes: Uint8Array): ForeignPicture | undefined {
  if (text(bytes, 4, 8) === 'ftyp') {
    if (text(bytes, 8, 12) === 'crx ') return 'raw';
    return HEIC.test(text(bytes, 8, 12)) ? 'heic' : undefined;
  }
  const start = text(bytes, 0, 4);
  if (start === 'II*\0' || start === 'MM\0*') return 'tiff';
  if (start === '8BPS') return 'psd';
  if (start === '%PDF') return 'pdf';
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(text(bytes, 0, 1024))
    ? 'svg'
    : undefined;
}

/** A second frame's descriptor behind a first one: counted by the control blocks that stand before each. */
function gifMoves(bytes: Uint8Array): boolean {
  let controls = 0;
  for (let at = 10; at + 2 < bytes.length && controls < 2; at++) {
    if (bytes[at] === 0x21 && bytes[at + 1] === 0xf9 && bytes[at + 2] === 4) controls++;
  }
  return controls > 1;
}

function webpHeader(bytes: Uint8Array, view: DataView): PictureHeader | undefined {
  if (bytes.length < 30) return undefined;
  const chunk = text(bytes, 12, 16);
  const three = (at: number): number => view.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16);
  if (chunk === 'VP8X') {
    const animated = ((bytes[20] ?? 0) & 2) !== 0;
    return { kind: 'webp', width: three(24) + 1, height: three(27) + 1, animated };
  }
  if (chunk === 'VP8 ') {
    return { kind: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (chunk !== 'VP8L') return undefined;
  const bits = view.getUint32(21, true);
  return { kind: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
