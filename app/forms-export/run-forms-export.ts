import { referredPhoto } from '../../records/photo/photo-text.ts';
import type { FormBinding } from '../../sheets-templates/form-binding.ts';
import type { Storage } from '../../storage/storage.ts';
import { maskLabels, spliceMessage } from '../../xlsx/export/locale/zh-CN.ts';
import { formIssues, ownerKeys } from '../../xlsx/form/form-facts.ts';
import { formRemarks } from '../../xlsx/form/form-remarks.ts';
import { photoOf } from '../../xlsx/form/photo-data.ts';
import { type PhotoReader, projectForms } from '../../xlsx/form/project-forms.ts';
import { type ExportAnswer, logExport } from '../session/run-export.ts';
import { saveFile, XLSX_TYPE, ZIP_TYPE } from '../session/save-file.ts';
import type { Session } from '../session/session.ts';
import { FORMS_EXPORT } from './locale.zh-CN.ts';
import type { FormPacking } from './make-forms.ts';
import { writeForms } from './write-forms.ts';

export interface FormsRequest {
  readonly ids: readonly string[];
  /** Nobody was left out by the choice, so that records of unknown people are told of. */
  readonly everybody: boolean;
  readonly year: number;
  readonly packing: FormPacking;
  /** With its ending. */
  readonly fileName: string;
}

export interface FormsRun {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, name: string) => void;
}

/** Makes the forms, hands the file to the browser and writes the line of the export log; null when it was cancelled. */
export async function runFormsExport(
  storage: Storage,
  session: Session,
  binding: FormBinding,
  request: FormsRequest,
  { signal, onProgress }: FormsRun,
): Promise<ExportAnswer | null> {
  const { loaded, store, photos } = session;
  const { ids, year, packing, fileName } = request;
  const template = loaded.templates.get(binding.id);
  if (template === undefined) throw new Error(`no template ${binding.id}`);
  const readPhoto: PhotoReader = async (text) =>
    referredPhoto(text) === undefined ? photoOf(text) : ((await photos.read(text)) ?? 'missing');
  const wanted = request.everybody ? undefined : new Set(ids);
  const project = projectForms(binding, store, ownerKeys(loaded), wanted, readPhoto, year);
  const source = { pack: loaded.pack.id, binding, workbook: template.workbook };
  const made = await writeForms(source, packing, { forms: project.forms, signal, onProgress }).catch(
    (error: unknown) => {
      // The clerk is told that nothing came of it; the cause is for whoever mends it.
      console.error(error);
      return null;
    },
  );
  if (made === null) return { ok: false, what: FORMS_EXPORT.broken };
  if (!made.ok) return made.error.code === 'cancelled' ? null : { ok: false, what: spliceMessage(made.error) };
  const { file: blob, sha256, notes } = made.value;
  const { errors, warnings } = formIssues(loaded, binding, store, ids);
  const file = saveFile(fileName, blob, packing === 'book' ? XLSX_TYPE : ZIP_TYPE);
  const line = { templateId: binding.id, file: fileName, rows: ids.length, errors, mask: 'none', sha256 } as const;
  const notLogged = await logExport(storage, session, line);
  const remarks = formRemarks(loaded.pack, binding, store, project, notes).map(({ message }) => message);
  const mask = maskLabels.none;
  const result = { fileName, rows: ids.length, errors, warnings, mask, leftOut: [], remarks, sha256, file };
  return notLogged === undefined ? { ok: true, result } : { ok: true, result, notLogged };
}
