import { inflateSync } from 'fflate';
import { crc32 as ownCrc32 } from './crc32.ts';

/** What a platform unpacks with, in the place of JavaScript. */
export interface NativeUnpacking {
  /**
   * All of a DEFLATE stream that unpacks to at most `most` bytes; `undefined` for bytes that are none.
   * @param most at least 1
   */
  readonly inflate: (raw: Uint8Array, most: number) => Uint8Array | 'too-long' | undefined;
  readonly crc32?: (bytes: Uint8Array, seed: number) => number;
}

let native: NativeUnpacking | undefined;

/** Bytes that are unpacked in one go; growing a buffer costs more than the unpacking, so the size must be declared. */
const WHOLE = 1 << 20;
/** The same where the platform does it: the whole sheet of a hundred thousand people. */
const NATIVE_WHOLE = 1 << 26;
/** Compressed bytes that take a moment only. */
const SHORT = 1 << 15;

/** Unpacks by the platform's own means from now on, by JavaScript with `undefined`; answers what was used before. */
export function unpackBy(means: NativeUnpacking | undefined): NativeUnpacking | undefined {
  const before = native;
  native = means;
  return before;
}

/** Is a part of this size unpacked in one go, and not piece by piece? */
export function fitsWhole(compressed: number, size: number): boolean {
  return native === undefined ? compressed <= SHORT && size <= WHOLE : size <= NATIVE_WHOLE;
}

/**
 * All of a part into a buffer of the declared size and one byte more, which tells that more came than was declared;
 * `undefined` for bytes that are no DEFLATE stream.
 */
export function unpackWhole(raw: Uint8Array, size: number): Uint8Array | 'too-long' | undefined {
  if (raw.length === 0) return undefined;
  if (native !== undefined) return native.inflate(raw, size + 1);
  try {
    return inflateSync(raw, { out: new Uint8Array(size + 1) });
  } catch (error) {
    if (isInflateError(error)) return undefined;
    throw error;
  }
}

/** CRC-32, by the fastest means there is. */
export function crcOf(bytes: Uint8Array, seed = 0): number {
  return native?.crc32?.(bytes, seed) ?? ownCrc32(bytes, seed);
}

/** fflate's own errors carry a numeric code; a stored block past the end shows as a RangeError of the typed array. */
export function isInflateError(error: unknown): boolean {
  if (error instanceof RangeError) return true;
  return error instanceof Error && 'code' in error && typeof error.code === 'number';
}
