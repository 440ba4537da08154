import { Sha256 } from '../../records/sha256.ts';
import type { BookJob } from '../../xlsx/form/book-parts.ts';
import { type FormSourceTemplate, writeFormArchive, writeFormBook } from '../../xlsx/form/export-forms.ts';
import type { FormNote } from '../../xlsx/form/notes.ts';
import type { Spliced } from '../../xlsx/splice/refusal.ts';

/** One workbook with a sheet per person, or a ZIP archive with a workbook per person. */
export type FormPacking = 'book' | 'archive';

/** The file that was made. `sha256`: of its bytes, lower-case hex. */
export interface MadeForms {
  readonly file: Blob;
  readonly sha256: string;
  readonly notes: readonly FormNote[];
}

/** Pieces are put together to blobs of this size, which the browser keeps out of the script's memory. */
const BLOB = 4 * 1024 * 1024;

/** Writes forms while they are handed over, one in memory at a time; in a worker or on the page. Errors as `writeFormBook`. */
export async function makeForms(
  source: FormSourceTemplate,
  packing: FormPacking,
  job: BookJob,
): Promise<Spliced<MadeForms>> {
  const hash = new Sha256();
  const blobs: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const flush = (): void => {
    blobs.push(new Blob(pieces));
    pieces = [];
    size = 0;
  };
  const sink = (piece: Uint8Array): void => {
    hash.add(piece);
    pieces.push(new Uint8Array(piece));
    size += piece.length;
    if (size >= BLOB) flush();
  };
  const written = await (packing === 'book' ? writeFormBook(source, job, sink) : writeFormArchive(source, job, sink));
  if (!written.ok) return written;
  flush();
  return { ok: true, value: { file: new Blob(blobs), sha256: hash.hex(), notes: written.value.notes } };
}
