import { type ReadError, ReadFailure, type Workbook } from './types.ts';

/** What reading a workbook comes to. */
export type WorkbookResult =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly error: ReadError };

/** The door of a reader: a failure that it gave up with becomes a value, anything else is a fault of ours. */
export function guarded(read: () => Workbook): WorkbookResult {
  try {
    return { ok: true, workbook: read() };
  } catch (error) {
    if (error instanceof ReadFailure) return { ok: false, error: error.error };
    throw error;
  }
}
