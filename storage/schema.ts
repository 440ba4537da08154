import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

/** The database's name in the browser. */
export const DATABASE = 'mingce';

/**
 * The stores of the current version. Whatever is read is `unknown` until `rows.ts` has parsed it.
 * Do not change a store here without a migration in `migrations/` and a fixture of the version before.
 */
export interface MingceDb extends DBSchema {
  /** One row per project: name, settings, revision. */
  projects: { key: string; value: unknown };
  /** Records stored together, some hundred a row: each with its `id`, its `rank`, which keeps the order, and its `data`. */
  blocks: { key: [project: string, entity: string, block: number]; value: unknown };
  /** Gone with version 3: a row for each record. Named for the steps that lead there. */
  records: { key: [project: string, entity: string, id: string]; value: unknown };
  /** What a sheet holds beside its records: notes, colours, widths. */
  layouts: { key: [project: string, sheet: string]; value: unknown };
  /** Where the clerk was last. */
  place: { key: string; value: unknown };
  /** Photos, each under the SHA-256 of its bytes; records name them. */
  photos: { key: [project: string, sha256: string]; value: unknown };
  /** Every export: when, what, how many rows, which mask, hash. Outlives its project. */
  exportLog: { key: number; value: unknown; indexes: { project: string } };
  /** Rows that no longer parsed and were set aside, whole. */
  quarantine: { key: number; value: unknown; indexes: { project: string } };
  /** The program's own notes: schema version written last, whether persistence was asked for. */
  system: { key: string; value: unknown };
}

export type Store = StoreNames<MingceDb>;
export type Database = IDBPDatabase<MingceDb>;
export type UpgradeTransaction = IDBPTransaction<MingceDb, Store[], 'versionchange'>;
