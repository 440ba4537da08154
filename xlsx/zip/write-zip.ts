import { type Chunk, type Compressed, compress } from './compress.ts';
import { concat } from './concat.ts';
import { crcOf } from './unpack.ts';
import type { ZipEntry } from './zip-types.ts';

/** A part that is copied from another archive, its compressed bytes untouched. */
export interface KeptPart {
  readonly kept: ZipEntry;
}

/** A part that is written; its chunks are asked for one by one while they are being deflated. */
export interface NewPart {
  readonly name: string;
  readonly chunks: Iterable<Chunk>;
}

export type ZipPart = KeptPart | NewPart;

interface Header {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly versionMadeBy: number;
  readonly versionNeeded: number;
  readonly internalAttributes: number;
  readonly externalAttributes: number;
  readonly pieces: readonly Uint8Array[];
}

const DOS_DATE_1980 = 0x0021;
const UTF8_NAME = 0x0800;
/** Sizes stand in the local header: the bit for a data descriptor goes. */
const WITHOUT_DESCRIPTOR = ~0x0008;

/**
 * A ZIP archive of these parts, in this order. The same parts give the same bytes: all times are 1980-01-01.
 * @throws RangeError when the archive would need ZIP64 (4 GB, 65,535 parts).
 */
export async function writeZip(parts: readonly ZipPart[]): Promise<Uint8Array> {
  const out: Uint8Array[] = [];
  for await (const piece of zipPieces(parts)) out.push(piece);
  return concat(out);
}

/**
 * The archive piece by piece, for those too large to be held: a part is asked for when the one before it is written.
 * @throws RangeError as `writeZip`
 */
export async function* zipPieces(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array, void> {
  const directory: Uint8Array[] = [];
  let count = 0;
  let offset = 0;
  for await (const part of parts) {
    if (++count >= 0xffff) throw new RangeError('too many parts for a ZIP archive');
    const header = 'kept' in part ? keptHeader(part.kept) : newHeader(part.name, await compress(part.chunks));
    directory.push(centralHeader(header, offset), header.name);
    const local = localHeader(header);
    offset += local.length + header.name.length + header.compressedSize;
    if (offset > 0xffffffff) throw new RangeError('too large for a ZIP archive');
    yield local;
    yield header.name;
    yield* header.pieces;
  }
  const directorySize = directory.reduce((sum, piece) => sum + piece.length, 0);
  yield* directory;
  yield endRecord(count, directorySize, offset);
}

/** A part that is stored as it is, for bytes that are compressed already (photos, workbooks). */
export function storedPart(name: string, bytes: Uint8Array): KeptPart {
  const nameBytes = new TextEncoder().encode(name);
  return {
    kept: {
      name,
      nameBytes,
      method: 0,
      flags: nameBytes.length === name.length ? 0 : UTF8_NAME,
      crc32: crcOf(bytes),
      compressedSize: bytes.length,
      size: bytes.length,
      time: 0,
      date: DOS_DATE_1980,
      versionMadeBy: 20,
      versionNeeded: 20,
      internalAttributes: 0,
      externalAttributes: 0,
      extra: new Uint8Array(0),
      comment: new Uint8Array(0),
      raw: () => bytes,
    },
  };
}

/** A text as one part. */
export function textPart(name: string, text: string): NewPart {
  return { name, chunks: [new TextEncoder().encode(text)] };
}

function keptHeader(entry: ZipEntry): Header {
  return {
    name: entry.nameBytes,
    flags: entry.flags & WITHOUT_DESCRIPTOR,
    method: entry.method,
    crc32: entry.crc32,
    compressedSize: entry.compressedSize,
    size: entry.size,
    versionMadeBy: entry.versionMadeBy,
    versionNeeded: entry.versionNeeded,
    internalAttributes: entry.internalAttributes,
    externalAttributes: entry.externalAttributes,
    pieces: [entry.raw()],
  };
}

function newHeader(name: string, data: Compressed): Header {
  const bytes = new TextEncoder().encode(name);
  return {
    name: bytes,
    flags: bytes.length === name.length ? 0 : UTF8_NAME,
    method: 8,
    crc32: data.crc32,
    compressedSize: data.compressedSize,
    size: data.size,
    versionMadeBy: 20,
    versionNeeded: 20,
    internalAttributes: 0,
    externalAttributes: 0,
    pieces: data.pieces,
  };
}

function localHeader(header: Header): Uint8Array {
  const bytes = new Uint8Array(30);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(4, header.versionNeeded, true);
  common(view, 6, header);
  return bytes;
}

function centralHeader(header: Header, offset: number): Uint8Array {
  const bytes = new Uint8Array(46);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, header.versionMadeBy, true);
  view.setUint16(6, header.versionNeeded, true);
  common(view, 8, header);
  view.setUint16(36, header.internalAttributes, true);
  view.setUint32(38, header.externalAttributes, true);
  view.setUint32(42, offset, true);
  return bytes;
}

/** The fields that both headers share, from the flags to the length of the extra field (none). */
function common(view: DataView, at: number, header: Header): void {
  view.setUint16(at, header.flags, true);
  view.setUint16(at + 2, header.method, true);
  view.setUint16(at + 4, 0, true);
  view.setUint16(at + 6, DOS_DATE_1980, true);
  view.setUint32(at + 8, header.crc32, true);
  view.setUint32(at + 12, header.compressedSize, true);
  view.setUint32(at + 16, header.size, true);
  view.setUint16(at + 20, header.name.length, true);
}

function endRecord(count: number, size: number, offset: number): Uint8Array {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return bytes;
}
