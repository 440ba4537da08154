import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { RecordStore } from '../../records/store.contract.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import { spliceMessage } from '../../xlsx/export/locale/zh-CN.ts';
import { mailSummary } from '../../xlsx/export/summary.ts';
import {
  eachFormFile,
  type FormSink,
  type FormSourceTemplate,
  writeFormArchive,
  writeFormBook,
} from '../../xlsx/form/export-forms.ts';
import { formIssues, ownerKeys } from '../../xlsx/form/form-facts.ts';
import { formRemarks } from '../../xlsx/form/form-remarks.ts';
import type { FormNote } from '../../xlsx/form/notes.ts';
import { type PhotoReader, type ProjectForms, projectForms } from '../../xlsx/form/project-forms.ts';
import type { Spliced } from '../../xlsx/splice/refusal.ts';
import type { Io } from '../command.ts';
import { FORM_WORDS } from '../locale/forms.zh-CN.ts';
import { words } from '../locale/zh-CN.ts';
import { refuse } from '../refuse.ts';
import { writePieces, writeWhole } from '../write-whole.ts';
import { chosenPeople, type ExportChoice } from './export-choice.ts';
import { type FormTarget, formTarget } from './form-target.ts';

/** A call of `export`, whatever the template. */
export interface ExportCall {
  readonly data: string;
  readonly target: string;
  readonly json: boolean;
  readonly choice: ExportChoice;
}

interface FormExport {
  readonly loaded: LoadedPack;
  readonly source: FormSourceTemplate;
  readonly store: RecordStore;
  readonly readPhoto: PhotoReader;
}

interface MadeFile {
  readonly file: string;
  readonly sha256: string;
}
interface Made {
  /** The files written, in order. */
  readonly files: readonly MadeFile[];
  readonly notes: readonly FormNote[];
}

/** Writes the forms of everybody in force: one workbook, an archive, or a folder of files. Answers the exit code. */
export async function exportForms(
  { loaded, source, store, readPhoto }: FormExport,
  call: ExportCall,
  io: Io,
): Promise<number> {
  const { binding } = source;
  const owners = ownerKeys(loaded);
  const wanted = chosenPeople(store, binding.entity, call.choice);
  if (!wanted.ok) return refuse(io, wanted.says);
  const forms = projectForms(binding, store, owners, wanted.value, readPhoto, call.choice.year);
  let made: Spliced<Made>;
  try {
    if (resolve(call.target) === resolve(call.data)) return refuse(io, words.sameFile);
    made = await write(await formTarget(call.target), source, forms, call, io);
  } catch (error) {
    return refuse(io, words.unwritable(call.target, error instanceof Error ? error.message : String(error)));
  }
  if (!made.ok) return refuse(io, spliceMessage(made.error));
  const { files, notes } = made.value;
  const { errors, warnings } =
    wanted.value === undefined ? store.totals : formIssues(loaded, binding, store, forms.ids);
  const rows = forms.ids.length;
  const remarks = formRemarks(loaded.pack, binding, store, forms, notes);
  if (call.json) {
    const [only, ...others] = files;
    const one = only === undefined || others.length > 0 || only.file !== call.target ? {} : { sha256: only.sha256 };
    const { year } = forms;
    io.out(
      `${JSON.stringify({ file: call.target, rows, errors, warnings, year, ...one, files, notes: remarks }, null, 2)}\n`,
    );
  } else {
    const fileName = files.length === 1 ? (files[0]?.file.split(/[\\/]/).at(-1) ?? '') : FORM_WORDS.files(files.length);
    io.out(`${mailSummary(store.settings, { label: binding.label, fileName, rows, errors, warnings })}\n`);
    for (const { message } of remarks) io.out(`${message}\n`);
    io.out(`${words.written(call.target)}\n`);
  }
  return errors > 0 ? 1 : 0;
}

async function write(
  target: FormTarget,
  source: FormSourceTemplate,
  { forms, ids }: ProjectForms,
  call: ExportCall,
  io: Io,
): Promise<Spliced<Made>> {
  const progress = io.terminal
    ? (done: number): void => io.err(`\r${FORM_WORDS.progress(done, ids.length)}${done === ids.length ? '\n' : ''}`)
    : undefined;
  const job = { forms, progress };
  if (target === 'folder') return writeFolder(source, job, call);
  const hash = createHash('sha256');
  const written = await writePieces(call.target, async (piece) => {
    const sink: FormSink = async (bytes) => {
      hash.update(bytes);
      await piece(bytes);
    };
    return target === 'archive' ? writeFormArchive(source, job, sink) : writeFormBook(source, job, sink);
  });
  if (!written.ok) return written;
  const files = [{ file: call.target, sha256: hash.digest('hex') }];
  return { ok: true, value: { files, notes: written.value.notes } };
}

/** Each file is written whole before the next one is made; what was written before an interrupt stays. */
async function writeFolder(
  source: FormSourceTemplate,
  job: Parameters<typeof eachFormFile>[1],
  call: ExportCall,
): Promise<Spliced<Made>> {
  const files: MadeFile[] = [];
  const notes: FormNote[] = [];
  const written = await eachFormFile(source, job, async ({ fileName, bytes, notes: own }) => {
    const file = join(call.target, fileName);
    if (resolve(file) === resolve(call.data)) throw new Error(words.sameFile);
    await writeWhole(file, bytes);
    files.push({ file, sha256: createHash('sha256').update(bytes).digest('hex') });
    notes.push(...own);
  });
  return written.ok ? { ok: true, value: { files, notes } } : written;
}
