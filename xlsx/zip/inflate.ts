import { Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import type { ZipEntry, ZipError } from './zip-types.ts';

/** Compressed bytes handed over at a time: one step can unpack to at most 1032 times as much. */
const STEP = 1 << 15;
/** Parts of at most this size are unpacked in one go: growing a buffer costs more than the unpacking. */
const SMALL = 1 << 20;

/**
 * Unpacks one entry piece by piece. Never trusts the declared size: stops as soon as more comes out than was declared.
 * `onPiece` answers false to stop early (then neither size nor CRC is checked). Answers what went wrong, if anything.
 */
export function inflateEntry(entry: ZipEntry, onPiece: (piece: Uint8Array) => boolean): ZipError | undefined {
  const raw = entry.raw();
  let size = 0;
  let crc = 0;
  let stopped = false;
  let tooLong = false;
  const take = (piece: Uint8Array): void => {
    if (stopped || tooLong || piece.length === 0) return;
    size += piece.length;
    if (size > entry.size) {
      tooLong = true;
      return;
    }
    crc = crc32(piece, crc);
    if (!onPiece(piece)) stopped = true;
  };
  let finished = true;
  if (entry.method === 0) take(raw);
  else if (raw.length <= STEP && entry.size <= SMALL) finished = unpackWhole(raw, entry.size, take);
  else finished = unpack(raw, take, () => stopped || tooLong);
  if (stopped) return undefined;
  if (tooLong) return { code: 'too-large', part: entry.name };
  if (!finished || size !== entry.size || crc !== entry.crc32) return { code: 'damaged', part: entry.name };
  return undefined;
}

/** Small parts in one go, into a buffer of the declared size: one byte more tells that more came than was declared. */
function unpackWhole(raw: Uint8Array, size: number, take: (piece: Uint8Array) => void): boolean {
  try {
    take(inflateSync(raw, { out: new Uint8Array(size + 1) }));
    return raw.length > 0;
  } catch (error) {
    if (isInflateError(error)) return false;
    throw error;
  }
}

function unpack(raw: Uint8Array, take: (piece: Uint8Array) => void, done: () => boolean): boolean {
  const inflate = new Inflate(take);
  try {
    for (let at = 0; at < raw.length; at += STEP) {
      const end = Math.min(at + STEP, raw.length);
      inflate.push(raw.subarray(at, end), end === raw.length);
      if (done()) return false;
    }
    return raw.length > 0;
  } catch (error) {
    if (isInflateError(error)) return false;
    throw error;
  }
}

/** fflate's own errors carry a numeric code; a stored block past the end shows as a RangeError of the typed array. */
function isInflateError(error: unknown): boolean {
  if (error instanceof RangeError) return true;
  return error instanceof Error && 'code' in error && typeof error.code === 'number';
}
