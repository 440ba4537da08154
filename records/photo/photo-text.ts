import { type Photo, photoType } from './picture-type.ts';

/**
 * How a record names its photo. In the page's database: `photo:` and the SHA-256 of the picture, which is kept beside
 * the records. In a 数据文件: the picture itself, as a data URL (`data:image/jpeg;base64,…`).
 */
const REFERENCE = /^photo:([0-9a-f]{64})$/;

/** The short text by which a record names a picture that is kept elsewhere. @param sha256 of its bytes, lower-case hex */
export function photoReference(sha256: string): string {
  return `photo:${sha256}`;
}

/** The SHA-256 in such a text; undefined for any other. */
export function referredPhoto(text: string): string | undefined {
  return text.length === 70 ? REFERENCE.exec(text)?.[1] : undefined;
}

/** Every picture that a JSON value refers to, however deep it stands. */
export function referredPhotos(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') {
    const sha256 = referredPhoto(value);
    if (sha256 !== undefined) found.add(sha256);
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) referredPhotos(inner, found);
  }
  return found;
}

/** The bytes of a base64 data URL; none when it is no such text. */
export function dataUrlBytes(url: string): Uint8Array<ArrayBuffer> {
  const comma = url.indexOf(',');
  if (!/^data:[^,]*;base64,/i.test(url.slice(0, comma + 1))) return new Uint8Array(0);
  let letters: string;
  try {
    letters = atob(url.slice(comma + 1));
  } catch {
    // Not base64 at all.
    return new Uint8Array(0);
  }
  // A loop: `Uint8Array.from` goes through the text's iterator and takes twenty times as long.
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

/** The picture in a data URL, typed by what its bytes are, whatever the URL says; undefined when it holds none. */
export function dataUrlPhoto(url: string): Photo | undefined {
  const bytes = dataUrlBytes(url);
  const type = photoType(bytes);
  return type === undefined ? undefined : { bytes, type };
}

/** Letters per call: arguments are spread onto the stack. */
const SPAN = 0x2000;

/** A picture as a data URL. */
export function photoDataUrl({ bytes, type }: Photo): string {
  const letters: string[] = [];
  for (let at = 0; at < bytes.length; at += SPAN) letters.push(String.fromCharCode(...bytes.subarray(at, at + SPAN)));
  return `data:${type};base64,${btoa(letters.join(''))}`;
}
