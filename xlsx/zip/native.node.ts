import * as zlib from 'node:zlib';
import { type NativePacking, packBy } from './compress.ts';
import { type NativeUnpacking, unpackBy } from './unpack.ts';

/** Made for a part of one size, a buffer needs no growing; zlib wants at least this many bytes. */
const LEAST = 64;

export const NATIVE: NativeUnpacking = {
  inflate: (raw, most) => {
    try {
      return zlib.inflateRawSync(raw, { maxOutputLength: most, chunkSize: Math.max(LEAST, most) });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      if (error.code === 'ERR_BUFFER_TOO_LARGE') return 'too-long';
      if (typeof error.code === 'string' && error.code.startsWith('Z_')) return undefined;
      throw error;
    }
  },
  // Node 20.15 and later.
  ...(typeof zlib.crc32 === 'function' ? { crc32: (bytes, seed) => zlib.crc32(bytes, seed) } : {}),
};

export const NATIVE_PACKING: NativePacking = { gzip: (bytes) => zlib.gzipSync(bytes) };

/**
 * Where Node runs, its own zlib packs and unpacks: several times as fast, and as fast for the first file as for the
 * thousandth. To be called once in each thread.
 */
export function zipNatively(): void {
  unpackBy(NATIVE);
  packBy(NATIVE_PACKING);
}
