import type { Settings } from '../../records/types.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import { type CheckResult, checkWorkbook } from '../../xlsx/recognise/check-workbook.ts';
import type { ColumnAnswer } from '../../xlsx/recognise/column-answers.ts';

/** One received file, read and judged. `date`: when it was last written, `2017-11-30`. */
export interface ReadAnswer {
  readonly file: string;
  /** Where it lay, if that says more than its name. */
  readonly path?: string;
  readonly date: string;
  readonly result: CheckResult | { readonly ok: false; readonly error: { readonly code: 'unreadable' } };
}

/** What the page tells its worker: first how to judge, then one file after the other. */
export type ToWorker =
  | ({ readonly kind: 'setup' } & Judging)
  | { readonly kind: 'file'; readonly at: number; readonly bytes: ArrayBuffer };

export interface FromWorker {
  readonly at: number;
  readonly result: CheckResult;
}

/** How files are read and judged. */
export interface Judging {
  readonly pack: Pack;
  readonly settings: Settings;
  /** What the clerk said the columns of senders' layouts are. */
  readonly answers: readonly ColumnAnswer[];
}

export function judge(bytes: ArrayBuffer, { pack, settings, answers }: Judging): CheckResult {
  return checkWorkbook(new Uint8Array(bytes), [pack], settings, answers);
}
