import { readDirectory } from './directory.ts';
import { inflateEntry } from './inflate.ts';
import { sniff } from './sniff.ts';
import type { ReadResult, ZipArchive, ZipEntry, ZipError, ZipErrorCode, ZipLimits } from './zip-types.ts';

export type { ReadResult, ZipArchive, ZipEntry, ZipError, ZipErrorCode, ZipLimits } from './zip-types.ts';

const MB = 1024 * 1024;

/** Enough for 100,000 people with all their columns; a bomb declares more. */
export const ZIP_LIMITS: ZipLimits = { parts: 5000, partSize: 150 * MB, totalSize: 300 * MB, ratio: 500 };

/**
 * Opens a ZIP container from its central directory; nothing is unpacked before the declared sizes were found
 * acceptable, and `read` counts while it unpacks, since declared sizes lie.
 * Error codes: see `ZipErrorCode`.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Opened {
  const opened = openContainer(bytes, limits);
  return opened.ok && isOpenDocument(opened.zip) ? { ok: false, error: { code: 'ods' } } : opened;
}

export type Opened = { readonly ok: true; readonly zip: ZipArchive } | { readonly ok: false; readonly error: ZipError };

/** The same whatever is packed in it, also where that is an OpenDocument. */
export function openContainer(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Opened {
  const kind = sniff(bytes);
  if (kind !== 'truncated' && kind !== 'not-a-zip') return { ok: false, error: { code: kind } };
  const directory = readDirectory(bytes, limits.parts);
  if (!directory.ok) return directory.error.code === 'truncated' ? { ok: false, error: { code: kind } } : directory;
  const refused = judge(directory.entries, limits);
  if (refused !== undefined) return { ok: false, error: refused };
  return { ok: true, zip: new Archive(directory.entries) };
}

function judge(entries: readonly ZipEntry[], limits: ZipLimits): ZipError | undefined {
  let total = 0;
  for (const entry of entries) {
    const refuse = (code: ZipErrorCode): ZipError => ({ code, part: entry.name });
    total += entry.size;
    if (entry.size > limits.partSize || total > limits.totalSize) return refuse('too-large');
    if (entry.size > 16 * MB && entry.size > limits.ratio * entry.compressedSize) return refuse('too-large');
    if ((entry.flags & 1) !== 0) return refuse('locked-archive');
    if (entry.method !== 0 && entry.method !== 8) return refuse('unsupported-compression');
  }
  return undefined;
}

/** By the part that says so, or by its parts where somebody packed it anew without it. */
function isOpenDocument(zip: ZipArchive): boolean {
  const mime = zip.find('mimetype');
  const read = mime !== undefined && mime.size < 200 ? zip.readEntry(mime) : undefined;
  if (read?.ok) return new TextDecoder().decode(read.bytes).startsWith('application/vnd.oasis.opendocument');
  const has = (name: string): boolean => zip.find(name) !== undefined;
  return has('content.xml') && has('META-INF/manifest.xml') && !has('[Content_Types].xml');
}

class Archive implements ZipArchive {
  readonly #exact = new Map<string, ZipEntry>();
  readonly #folded = new Map<string, ZipEntry>();

  constructor(readonly entries: readonly ZipEntry[]) {
    for (const entry of entries) {
      if (!this.#exact.has(entry.name)) this.#exact.set(entry.name, entry);
      const folded = fold(entry.name);
      if (!this.#folded.has(folded)) this.#folded.set(folded, entry);
    }
  }

  find(name: string): ZipEntry | undefined {
    return this.#exact.get(name) ?? this.#folded.get(fold(name));
  }

  read(name: string): ReadResult {
    const entry = this.find(name);
    return entry === undefined ? { ok: false, error: { code: 'no-such-part', part: name } } : this.readEntry(entry);
  }

  readEntry(entry: ZipEntry): ReadResult {
    const bytes = new Uint8Array(entry.size);
    let at = 0;
    const error = this.stream(entry, (piece) => {
      bytes.set(piece, at);
      at += piece.length;
      return true;
    });
    return error === undefined ? { ok: true, bytes } : { ok: false, error };
  }

  stream(entry: ZipEntry, onPiece: (piece: Uint8Array) => boolean): ZipError | undefined {
    return inflateEntry(entry, onPiece);
  }
}

function fold(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}
