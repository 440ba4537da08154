import type { FormBinding } from '../../sheets-templates/form-binding.ts';
import { orRefusal, refuse, type Spliced } from '../splice/refusal.ts';
import { concat } from '../zip/concat.ts';
import { gathered } from '../zip/gather.ts';
import { storedPart, type ZipPart, zipPieces } from '../zip/write-zip.ts';
import { type BookJob, type BookLog, bookParts } from './book-parts.ts';
import type { FormData } from './form-data.ts';
import { FormTemplate } from './form-template.ts';
import type { SheetOwner } from './identity.ts';
import { FileNames } from './names.ts';
import type { FormNote } from './notes.ts';

/** A form template with its workbook and the pack that it belongs to. */
export interface FormSourceTemplate {
  readonly pack: string;
  readonly binding: FormBinding;
  readonly workbook: Uint8Array;
}

/** Takes the file piece by piece; waited for before the next piece is made. */
export type FormSink = (piece: Uint8Array) => void | Promise<void>;

export interface WrittenForms {
  /** Sheets, in order, and whose they are. */
  readonly owners: readonly SheetOwner[];
  readonly notes: readonly FormNote[];
}

export interface WrittenFile extends WrittenForms {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * One workbook with a sheet per person, in the order given. Memory holds one person at a time, so `forms` should make
 * them (and their photos) as they are asked for. On an error what the sink got is no workbook and must be thrown away.
 * Errors: see `SpliceErrorCode`; 'nobody', 'too-many-sheets' (over 900), 'cancelled'.
 */
export function writeFormBook(
  source: FormSourceTemplate,
  job: BookJob,
  sink: FormSink,
): Promise<Spliced<WrittenForms>> {
  return orRefusal(async () => {
    const log: BookLog = { owners: [], notes: [] };
    const template = new FormTemplate(source.workbook, source.binding, source.pack);
    await send(bookParts(template, job, log), sink);
    return log;
  });
}

/** A ZIP archive with one workbook per person, named by the binding. Errors as `writeFormBook`, any number of people. */
export function writeFormArchive(
  source: FormSourceTemplate,
  job: BookJob,
  sink: FormSink,
): Promise<Spliced<WrittenForms & { readonly files: readonly string[] }>> {
  return orRefusal(async () => {
    const log: BookLog = { owners: [], notes: [] };
    const files: string[] = [];
    const parts = async function* (): AsyncGenerator<ZipPart, void> {
      for await (const file of formFiles(source, job)) {
        files.push(file.fileName);
        log.owners.push(...file.owners);
        log.notes.push(...file.notes);
        yield storedPart(file.fileName, file.bytes);
      }
    };
    await send(parts(), sink);
    return { ...log, files };
  });
}

/**
 * Each person's own workbook, one after the other, for a folder.
 * @throws Refusal as `writeFormBook`; `eachFormFile` answers it as a value
 */
async function* formFiles(source: FormSourceTemplate, job: BookJob): AsyncGenerator<WrittenFile, void> {
  const template = new FormTemplate(source.workbook, source.binding, source.pack);
  const names = new FileNames();
  let done = 0;
  for await (const data of job.forms) {
    if (job.signal?.aborted) throw refuse('cancelled');
    const log: BookLog = { owners: [], notes: [] };
    const { sink, bytes } = byteSink();
    await send(bookParts(template, { forms: [data] }, log), sink);
    yield { fileName: names.take(data.fileName), bytes: bytes(), ...log };
    done++;
    job.progress?.(done);
  }
  if (job.signal?.aborted) throw refuse('cancelled');
  if (done === 0) throw refuse('nobody');
}

/** Hands each person's own workbook to `file`, which is waited for. Errors as `writeFormBook`; what was handed over stays. */
export function eachFormFile(
  source: FormSourceTemplate,
  job: BookJob,
  file: (file: WrittenFile) => void | Promise<void>,
): Promise<Spliced<{ readonly files: number }>> {
  return orRefusal(async () => {
    let files = 0;
    for await (const made of formFiles(source, job)) {
      await file(made);
      files++;
    }
    return { files };
  });
}

/** One person's workbook. */
export async function formFile(source: FormSourceTemplate, data: FormData): Promise<Spliced<WrittenFile>> {
  let made: WrittenFile | undefined;
  const result = await eachFormFile(source, { forms: [data] }, (file) => {
    made = file;
  });
  if (!result.ok) return result;
  if (made === undefined) throw new Error('no file was made');
  return { ok: true, value: made };
}

/** A sink that keeps the pieces, for files that fit in memory. */
export function byteSink(): { readonly sink: FormSink; readonly bytes: () => Uint8Array } {
  const pieces: Uint8Array[] = [];
  return {
    sink: (piece) => void pieces.push(piece),
    bytes: () => concat(pieces),
  };
}

async function send(parts: AsyncIterable<ZipPart>, sink: FormSink): Promise<void> {
  for await (const piece of gathered(zipPieces(parts))) await sink(piece);
}
