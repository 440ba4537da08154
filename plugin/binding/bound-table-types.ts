import type { RecordStore } from '../../records/store.contract.ts';
import type { Patch } from '../../records/types.ts';
import type { CellSite } from './bound-sheet.ts';
import type { Bindings } from './carry-out.ts';
import type { Looks, TableLooks } from './looks.ts';

/** What a settled command adds to its undo step. */
export interface Settled {
  readonly patch: Patch;
  readonly inverse: Patch;
  readonly bind: Bindings;
  readonly unbind: Bindings;
  /** Looks that a paste had changed and that were set right; a redo has to set them right again. */
  readonly looks: Looks | null;
  /** What was edited, where undo has to go back to it: a sheet that shows one person at a time. */
  readonly at?: CellSite;
}

/** A settling in which no record changed. */
export const NOTHING_SETTLED: Omit<Settled, 'looks'> = { patch: [], inverse: [], bind: [], unbind: [] };

export interface BoundTableOptions {
  readonly store: RecordStore;
  readonly entity: string;
  readonly keyField: string | null;
  /** The entity that the records belong to, where the table shows something of it: a ledger's person. */
  readonly owner: string | null;
  readonly nameField: string | null;
  readonly normaliseKey: (typed: string) => string;
  /** The day that deletions are dated with, `2017-11-30`. */
  readonly today: () => string;
  /** Fields that offer a list. */
  readonly choiceFields: ReadonlySet<string>;
  readonly looks: TableLooks;
  /** Keeps title and header. */
  readonly header: { restore(): readonly string[] };
}
