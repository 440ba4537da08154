import { Gzip } from 'fflate';

/** A raw deflate stream with what a ZIP header says about it. */
export interface Compressed {
  readonly pieces: readonly Uint8Array[];
  readonly compressedSize: number;
  readonly size: number;
  readonly crc32: number;
}

export type Chunk = Uint8Array<ArrayBuffer>;

/** How bytes become a gzip stream. Level 6 everywhere, so that sizes are alike. */
export type GzipPieces = (chunks: Iterable<Chunk>) => Promise<Uint8Array[]>;

/** What a platform deflates with at once, where its streams cost more than the work on a short part. */
export interface NativePacking {
  /** The gzip stream that `CompressionStream` would make of these bytes. */
  readonly gzip: (bytes: Uint8Array) => Uint8Array;
}

let native: NativePacking | undefined;

/** Parts of one piece are deflated by these means from now on, by a stream with `undefined`; answers what was used before. */
export function packBy(means: NativePacking | undefined): NativePacking | undefined {
  const before = native;
  native = means;
  return before;
}

const HEADER = 10;
const TRAILER = 8;
const AHEAD = 3;

/**
 * Deflates while the chunks are being made. A gzip stream is a raw deflate stream between a header of 10 bytes and a
 * trailer of CRC and size: the engine's native code computes both, which is faster than a CRC of our own.
 */
export async function compress(chunks: Iterable<Chunk>, gzip: GzipPieces = bestGzip()): Promise<Compressed> {
  const only = native === undefined ? undefined : onlyChunk(chunks);
  const pieces = native === undefined || only === undefined ? await gzip(chunks) : [native.gzip(only)];
  const trailer = takeEnd(pieces, TRAILER);
  const header = takeStart(pieces, HEADER);
  if (header[0] !== 0x1f || header[1] !== 0x8b || header[3] !== 0) throw new Error('unexpected gzip header');
  const view = new DataView(trailer.buffer);
  return {
    pieces,
    compressedSize: pieces.reduce((sum, piece) => sum + piece.length, 0),
    size: view.getUint32(4, true),
    crc32: view.getUint32(0, true),
  };
}

/** The chunk of a part that has just one and that is made already: nothing is left to be done meanwhile. */
function onlyChunk(chunks: Iterable<Chunk>): Chunk | undefined {
  return Array.isArray(chunks) && chunks.length === 1 ? chunks[0] : undefined;
}

/** Native where the engine has it (Node 18, Chromium 80, Firefox 113), else fflate. */
export function bestGzip(): GzipPieces {
  return typeof CompressionStream === 'undefined' ? scriptGzip : nativeGzip;
}

export const nativeGzip: GzipPieces = async (chunks) => {
  const stream = new CompressionStream('gzip');
  const writing = feed(stream.writable, chunks);
  // The reader reports the same failure; without this line it would be reported a second time as unhandled.
  writing.catch(() => undefined);
  const pieces: Uint8Array[] = [];
  const reader = stream.readable.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) pieces.push(step.value);
  await writing;
  return pieces;
};

async function feed(writable: WritableStream<BufferSource>, chunks: Iterable<Chunk>): Promise<void> {
  const writer = writable.getWriter();
  try {
    // A few chunks wait for the deflating thread while the next one is being made; more would only take memory.
    const waiting: Promise<void>[] = [];
    for (const chunk of chunks) {
      const written = writer.write(chunk);
      written.catch(() => undefined);
      waiting.push(written);
      if (waiting.length > AHEAD) await waiting.shift();
    }
    await Promise.all(waiting);
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
}

export const scriptGzip: GzipPieces = async (chunks) => {
  const pieces: Uint8Array[] = [];
  const gzip = new Gzip({ level: 6, mtime: new Date(1980, 0, 1) }, (piece) => pieces.push(piece));
  for (const chunk of chunks) gzip.push(chunk);
  gzip.push(new Uint8Array(0), true);
  return pieces;
};

function takeStart(pieces: Uint8Array[], count: number): Uint8Array {
  const taken = new Uint8Array(count);
  for (let filled = 0; filled < count; ) {
    const first = pieces[0];
    if (first === undefined) throw new Error('gzip stream ends early');
    const part = first.subarray(0, count - filled);
    taken.set(part, filled);
    filled += part.length;
    if (part.length === first.length) pieces.shift();
    else pieces[0] = first.subarray(part.length);
  }
  return taken;
}

function takeEnd(pieces: Uint8Array[], count: number): Uint8Array {
  const taken = new Uint8Array(count);
  for (let left = count; left > 0; ) {
    const last = pieces.pop();
    if (last === undefined) throw new Error('gzip stream ends early');
    const part = last.subarray(Math.max(0, last.length - left));
    left -= part.length;
    taken.set(part, left);
    if (part.length < last.length) pieces.push(last.subarray(0, last.length - part.length));
  }
  return taken;
}
