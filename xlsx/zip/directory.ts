import type { ZipEntry, ZipError } from './zip-types.ts';

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

type Directory =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly error: ZipError };

interface End {
  readonly count: number;
  readonly start: number;
  /** Bytes in front of the archive (self-extracting headers); added to every offset. */
  readonly base: number;
}

/** Reads the central directory (APPNOTE 4.3.12) without unpacking anything. */
export function readDirectory(bytes: Uint8Array, maxParts: number): Directory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return failed('truncated');
  if (end.count > maxParts) return failed('too-large');
  const entries: ZipEntry[] = [];
  let at = end.start;
  for (let index = 0; index < end.count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return failed('damaged');
    const next =
      at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const entry = next > bytes.length ? undefined : readEntry(bytes, view, at, end.base);
    if (entry === undefined) return failed('damaged');
    entries.push(entry);
    at = next;
  }
  return { ok: true, entries };
}

function failed(code: ZipError['code']): Directory {
  return { ok: false, error: { code } };
}

function findEnd(view: DataView): End | undefined {
  // The end record is 22 bytes and a comment of at most 65,535.
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    const count = view.getUint16(at + 10, true);
    if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) return findEnd64(view, at);
    const start = at - size;
    if (start < 0 || offset > start) continue;
    return { count, start, base: start - offset };
  }
  return undefined;
}

function findEnd64(view: DataView, end: number): End | undefined {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR64) return undefined;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END64) return undefined;
  const start = Number(view.getBigUint64(at + 48, true));
  if (start > view.byteLength) return undefined;
  return { count: Number(view.getBigUint64(at + 32, true)), start, base: 0 };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, base: number): ZipEntry | undefined {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const commentLength = view.getUint16(at + 32, true);
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const comment = bytes.subarray(
    at + 46 + nameLength + extraLength,
    at + 46 + nameLength + extraLength + commentLength,
  );
  const wide = readWide(extra, {
    size: view.getUint32(at + 24, true),
    compressedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  });
  const local = wide.offset + base;
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) return undefined;
  const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (data + wide.compressedSize > bytes.length) return undefined;
  return {
    name: decodeName(nameBytes),
    nameBytes,
    method: view.getUint16(at + 10, true),
    flags: view.getUint16(at + 8, true),
    crc32: view.getUint32(at + 16, true),
    compressedSize: wide.compressedSize,
    size: wide.size,
    time: view.getUint16(at + 12, true),
    date: view.getUint16(at + 14, true),
    versionMadeBy: view.getUint16(at + 4, true),
    versionNeeded: view.getUint16(at + 6, true),
    internalAttributes: view.getUint16(at + 36, true),
    externalAttributes: view.getUint32(at + 38, true),
    extra,
    comment,
    raw: () => bytes.subarray(data, data + wide.compressedSize),
  };
}

interface Wide {
  readonly size: number;
  readonly compressedSize: number;
  readonly offset: number;
}

/** ZIP64 (APPNOTE 4.5.3): the fields that overflowed stand in the extra field 0x0001, in this order. */
function readWide(extra: Uint8Array, narrow: Wide): Wide {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const take = (value: number): number => {
      if (value !== 0xffffffff || next + 8 > extra.length) return value;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    const size = take(narrow.size);
    const compressedSize = take(narrow.compressedSize);
    return { size, compressedSize, offset: take(narrow.offset) };
  }
  return narrow;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const latin1 = new TextDecoder('latin1');

/** Part names are ASCII by OPC; old packers wrote others in their own code page, which only has to stay distinct. */
function decodeName(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return latin1.decode(bytes);
  }
}
