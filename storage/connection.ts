import { openDB } from 'idb';
import { Refusal, toStorageError } from './error.ts';
import { latestVersion, migrate } from './migrations/plan.ts';
import type { Migration } from './migrations/types.ts';
import type { Database, MingceDb } from './schema.ts';
import type { StorageEvent } from './types.ts';

/**
 * The one connection of this page: opened when first needed, opened anew after the browser broke it, given up for good
 * when a newer program wants to upgrade the database.
 */
export class Connection {
  /** The open database, for those who cannot wait (a page that is going away). */
  current: Database | null = null;
  readonly #name: string;
  readonly #migrations: readonly Migration[];
  readonly #emit: (event: StorageEvent) => void;
  /** Awaited before the connection is given up for a newer program. */
  readonly #beforeYield: () => Promise<void>;
  #opening: Promise<Database> | null = null;
  #outdated = false;
  #closed = false;

  constructor(
    name: string,
    migrations: readonly Migration[],
    emit: (event: StorageEvent) => void,
    beforeYield: () => Promise<void>,
  ) {
    this.#name = name;
    this.#migrations = migrations;
    this.#emit = emit;
    this.#beforeYield = beforeYield;
  }

  /** The open database. @throws Refusal and the browser's own errors. */
  open(): Promise<Database> {
    if (this.#outdated) return Promise.reject(new Refusal('outdated'));
    if (this.#closed) return Promise.reject(new Refusal('connection-closed', 'closed by the page'));
    if (typeof indexedDB === 'undefined') return Promise.reject(new Refusal('unavailable'));
    this.#opening ??= this.#connect().catch((thrown: unknown) => {
      this.#opening = null;
      throw thrown;
    });
    return this.#opening;
  }

  /** Forgets a connection that turned out to be broken; the next operation opens it anew. */
  forget(db: Database): void {
    if (this.current === db) this.#drop();
  }

  /** Gives the connection back for good. */
  close(): void {
    this.#closed = true;
    this.#drop();
  }

  #drop(): void {
    this.current?.close();
    this.current = null;
    this.#opening = null;
  }

  async #connect(): Promise<Database> {
    const version = latestVersion(this.#migrations);
    let upgraded = false;
    let failed: Error | null = null;
    let upgrade: Promise<void> | null = null;
    try {
      const db = await openDB<MingceDb>(this.#name, version, {
        upgrade: (fresh, oldVersion, _newVersion, tx) => {
          upgraded = true;
          // The transaction's own rejection is the one that `openDB` reports.
          tx.done.catch(() => {});
          upgrade = migrate(this.#migrations, fresh, tx, oldVersion).then((error) => {
            failed = error;
          });
        },
        blocked: () => this.#emit({ kind: 'blocked' }),
        blocking: (_current, wanted) => void this.#yield(wanted),
        terminated: () => {
          this.current = null;
          this.#opening = null;
          this.#emit({ kind: 'closed' });
        },
      });
      if (upgraded) {
        // A strict write after the upgrade: when it is acknowledged, the upgrade is on the disk too.
        const tx = db.transaction('system', 'readwrite', { durability: 'strict' });
        await Promise.all([tx.store.put({ key: 'schema', version, at: Date.now() }), tx.done]);
      }
      this.current = db;
      return db;
    } catch (thrown) {
      await upgrade;
      if (failed !== null) throw new Refusal('migration-failed', textOf(failed));
      throw thrown;
    }
  }

  async #yield(wanted: number | null): Promise<void> {
    const upgrade = wanted !== null;
    try {
      if (upgrade) await this.#beforeYield();
    } finally {
      this.#outdated ||= upgrade;
      this.#drop();
      this.#emit({ kind: upgrade ? 'outdated' : 'closed' });
    }
  }
}

function textOf(error: Error): string {
  return toStorageError(error).detail ?? error.message;
}
