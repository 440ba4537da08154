import { Inflate } from 'fflate';
import { crcOf, fitsWhole, isInflateError, unpackWhole } from './unpack.ts';
import type { ZipEntry, ZipError } from './zip-types.ts';

/** Compressed bytes handed over at a time: one step can unpack to at most 1032 times as much. */
const STEP = 1 << 15;
/** What of a part unpacked in one go is handed on at a time: the text of all of it would stand in memory as well. */
const PIECE = 1 << 16;

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
    crc = crcOf(piece, crc);
    if (!onPiece(piece)) stopped = true;
  };
  let finished = true;
  if (entry.method === 0) take(raw);
  else if (fitsWhole(raw.length, entry.size)) {
    const whole = unpackWhole(raw, entry.size);
    finished = whole !== undefined;
    if (whole === 'too-long') tooLong = true;
    else if (whole !== undefined)
      for (let at = 0; at < whole.length && !stopped && !tooLong; at += PIECE) take(whole.subarray(at, at + PIECE));
  } else finished = unpack(raw, take, () => stopped || tooLong);
  if (stopped) return undefined;
  if (tooLong) return { code: 'too-large', part: entry.name };
  if (!finished || size !== entry.size || crc !== entry.crc32) return { code: 'damaged', part: entry.name };
  return undefined;
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
