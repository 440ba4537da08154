import type { WizardFile } from '../../plugin/index.ts';
import { sha256Hex } from '../../records/sha256.ts';
import { quarterlyValues } from '../../reports/quarterly/matrix-values.ts';
import { ERROR_TEXTS } from '../../storage/locale/zh-CN.ts';
import type { Storage } from '../../storage/storage.ts';
import { exportMatrix } from '../../xlsx/export/export-matrix.ts';
import { exportTable } from '../../xlsx/export/export-table.ts';
import { maskLabels, spliceMessage } from '../../xlsx/export/locale/zh-CN.ts';
import { MASKS, type Mask, masked } from '../../xlsx/export/mask.ts';
import type { ExportRequest, ExportResult, MaskChoice } from '../export-dialog/types.ts';
import { SHELL } from '../locale/shell-zh-CN.ts';
import { fill } from '../locale/zh-CN.ts';
import { saveFile, XLSX_TYPE } from './save-file.ts';
import type { Session } from './session.ts';

/** The masks to choose from; the first leaves everything as it is. */
export const MASK_CHOICES: readonly MaskChoice[] = MASKS.map((id) => ({
  id,
  label: maskLabels[id],
  example: SHELL.maskExamples.map((number) => masked(number, id)).join('、'),
}));

export type ExportAnswer =
  | { readonly ok: true; readonly result: ExportResult; readonly notLogged?: string }
  | { readonly ok: false; readonly what: string };

/** Makes the official workbook, hands it to the browser and writes the line of the export log. */
export async function runExport(
  storage: Storage,
  session: Session,
  templateId: string,
  request: ExportRequest,
  leftOut: readonly string[],
): Promise<ExportAnswer> {
  const { mask } = request;
  const { loaded, store } = session;
  const made =
    loaded.templates.get(templateId)?.binding.kind === 'matrix'
      ? await exportMatrix(loaded, templateId, store, quarterlyValues(store))
      : await exportTable(loaded, templateId, store, { mask });
  if (!made.ok) return { ok: false, what: spliceMessage(made.error) };
  const { bytes, rows, errors, warnings } = made.value;
  const sha256 = await sha256Hex(bytes);
  const file = saveFile(request.fileName, bytes, XLSX_TYPE);
  const logged = await logExport(storage, session, { templateId, file: request.fileName, rows, errors, mask, sha256 });
  const result = { fileName: request.fileName, rows, errors, warnings, mask: maskLabels[mask], leftOut, sha256, file };
  return logged === undefined ? { ok: true, result } : { ok: true, result, notLogged: logged };
}

/** Saves a notice and writes the line of the export log; a sentence when that failed. Notices never carry a number. */
export async function saveNotice(storage: Storage, session: Session, file: WizardFile): Promise<string | undefined> {
  saveFile(file.name, file.bytes, XLSX_TYPE);
  const sha256 = await sha256Hex(file.bytes);
  const line: Line = { templateId: file.template, file: file.name, rows: file.rows, errors: 0, mask: 'hidden', sha256 };
  return logExport(storage, session, line);
}

/** A line of the export log. */
export interface Line {
  readonly templateId: string;
  readonly file: string;
  readonly rows: number;
  readonly errors: number;
  readonly mask: Mask;
  readonly sha256: string;
}

/** Writes a line of the export log; a sentence when that failed. */
export async function logExport(storage: Storage, session: Session, line: Line): Promise<string | undefined> {
  const answer = await storage.logExport({
    at: new Date().toISOString(),
    project: session.opened.loaded.id,
    unit: session.store.settings.unit,
    template: line.templateId,
    fileName: line.file,
    rows: line.rows,
    mask: line.mask,
    sha256: line.sha256,
    failed: line.errors,
  });
  return answer.ok ? undefined : fill(SHELL.logFailed, { why: ERROR_TEXTS[answer.error.code].title });
}
