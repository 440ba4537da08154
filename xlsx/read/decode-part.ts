import type { ZipArchive, ZipEntry } from '../zip/read-zip.ts';
import { failure, fromZip } from './types.ts';

/** What may stand between two `>`, and a whole part in another encoding than UTF-8. Bytes. */
const LONGEST = 32 * 1024 * 1024;

/** One for all parts: a decoder takes longer to make than a small part to decode. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Hands out a part's text in pieces that end at a `>`, of those at the last one behind `tail` if there is one: who needs
 * whole rows gets them without cutting and joining texts. UTF-8 is decoded piece by piece, so that a large sheet never
 * stands in memory as a whole; other encodings (UTF-16, a declared GBK) are rare and decoded at once.
 * @throws ReadFailure
 */
export function decodePieces(zip: ZipArchive, entry: ZipEntry, onText: (text: string) => void, tail = ''): void {
  const fail = (): never => {
    throw failure('bad-xml', entry.name);
  };
  let label: string | undefined;
  let carry: Uint8Array = new Uint8Array();
  const error = zip.stream(entry, (piece) => {
    label ??= encodingOf(piece);
    const cut = label === 'utf-8' ? lastEnd(piece, tail) : 0;
    if (cut === 0) {
      if (carry.length + piece.length > LONGEST) throw failure('text-too-long', entry.name);
      carry = joined(carry, piece);
      return true;
    }
    const head = joined(carry, piece.subarray(0, cut));
    // fflate reuses its window: what is kept must be a copy.
    carry = piece.slice(cut);
    onText(decoded(UTF8, head, fail));
    return true;
  });
  if (error !== undefined) throw fromZip(error);
  if (carry.length > 0) onText(decoded(decoderFor(label ?? 'utf-8', fail), carry, fail));
}

/**
 * A part's whole text.
 * @throws ReadFailure
 */
export function decodePart(zip: ZipArchive, entry: ZipEntry): string {
  const pieces: string[] = [];
  decodePieces(zip, entry, (text) => pieces.push(text));
  return pieces.join('');
}

/** Where the last `tail` and `>` of a piece ends; else its last `>`; 0 without one. */
function lastEnd(piece: Uint8Array, tail: string): number {
  const last = piece.lastIndexOf(GREATER);
  for (let at = last; at >= tail.length; at = piece.lastIndexOf(GREATER, at - 1))
    if (endsWith(piece, at, tail)) return at + 1;
  return last + 1;
}

function endsWith(piece: Uint8Array, end: number, tail: string): boolean {
  for (let at = 1; at <= tail.length; at++) if (piece[end - at] !== tail.charCodeAt(tail.length - at)) return false;
  return true;
}

const GREATER = 0x3e;

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  if (head.length === 0) return tail.slice();
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, fail: () => never): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return fail();
  }
}

function decoderFor(label: string, fail: () => never): TextDecoder {
  if (label === 'utf-8') return UTF8;
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return fail();
  }
}

/** By byte order mark, by the shape of `<?`, by the declaration (XML 1.0, appendix F). */
function encodingOf(piece: Uint8Array): string {
  const [a, b, c] = piece;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  const end = piece.subarray(0, 200).indexOf(0x3e) + 1;
  const head = String.fromCharCode(...piece.subarray(0, end === 0 ? 200 : end));
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1]?.toLowerCase();
  return declared === undefined || declared === 'utf8' || declared === 'us-ascii' ? 'utf-8' : declared;
}
