import type { Database, UpgradeTransaction } from '../schema.ts';

/**
 * One step up. `up` may only await requests of `tx`: anything else lets the transaction commit half-done.
 * A step is never edited after it was released; a mistake in it is mended by the next one.
 */
export interface Migration {
  readonly to: number;
  readonly up: (db: Database, tx: UpgradeTransaction) => void | Promise<void>;
}
