import type { Settings } from '../../records/types.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import { type CheckResult, checkWorkbook } from '../../xlsx/recognise/check-workbook.ts';

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
  | { readonly kind: 'setup'; readonly pack: Pack; readonly settings: Settings }
  | { readonly kind: 'file'; readonly at: number; readonly bytes: ArrayBuffer };

export interface FromWorker {
  readonly at: number;
  readonly result: CheckResult;
}

export function judge(bytes: ArrayBuffer, pack: Pack, settings: Settings): CheckResult {
  return checkWorkbook(new Uint8Array(bytes), [pack], settings);
}
