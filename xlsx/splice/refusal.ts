import type { Result } from '../../formulas/result.ts';

/** Why a workbook cannot be filled. The words are in `xlsx/export/locale/zh-CN.ts`. */
export type SpliceErrorCode =
  | 'no-such-template'
  /** No workbook, or a damaged one; `detail` is the container's code. */
  | 'unreadable'
  | 'no-such-sheet'
  | 'no-sample-row'
  | 'no-such-cell'
  | 'too-many-rows'
  /** Excel holds 32,767 characters in a cell. `place` is the cell. */
  | 'text-too-long'
  /** What stands in or below the rows that grow cannot be moved safely. `place` says where. */
  | 'table'
  | 'pivot'
  | 'array-formula'
  | 'shared-formula'
  | 'merged-rows'
  | 'comments'
  | 'unknown-content'
  /** Filling forms: nobody was given; too many for one workbook; more lines than an area that does not grow; stopped. */
  | 'nobody'
  | 'too-many-sheets'
  | 'too-many-lines'
  | 'cancelled';

export interface SpliceError {
  readonly code: SpliceErrorCode;
  readonly part?: string;
  readonly place?: string;
  readonly detail?: string;
}

export type Spliced<T> = Result<T, SpliceError>;

/** What inner loops give up with; caught at the door and turned into a value. */
export class Refusal extends Error {
  constructor(readonly error: SpliceError) {
    super(error.code);
  }
}

export function refuse(code: SpliceErrorCode, more: Omit<SpliceError, 'code'> = {}): Refusal {
  return new Refusal({ code, ...more });
}

/** Runs what may refuse; programming errors go on. */
export async function orRefusal<T>(run: () => Promise<T>): Promise<Spliced<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.error };
    throw error;
  }
}
