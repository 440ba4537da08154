import type { RecordStore, StoreChange } from '../../records/store.contract.ts';
import { inForce } from '../../records/value.ts';

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Records that stand in no row, by their ID number: the store's own indexes hold those in force alone, and whoever
 * comes back has to be known again.
 */
export class Rowless {
  private readonly byKey = new Map<string, Set<string>>();
  private readonly keys = new Map<string, string>();

  constructor(
    private readonly store: RecordStore,
    private readonly entity: string,
    private readonly keyField: string | null,
  ) {
    if (keyField !== null) for (const id of store.ids(entity)) this.take(id, keyField);
  }

  /** The records without a row that have this ID number. */
  with(key: string): ReadonlySet<string> {
    return this.byKey.get(key) ?? NOBODY;
  }

  /** Follows a change of the store. */
  follow(change: StoreChange): void {
    const { keyField } = this;
    if (keyField === null) return;
    for (const id of change.touched.get(this.entity)?.keys() ?? []) {
      const before = this.keys.get(id);
      if (before !== undefined) this.byKey.get(before)?.delete(id);
      this.keys.delete(id);
      this.take(id, keyField);
    }
  }

  private take(id: string, keyField: string): void {
    const record = this.store.get(this.entity, id);
    if (!record || inForce(record)) return;
    const key = this.store.text(this.entity, id, keyField);
    if (key === '') return;
    this.keys.set(id, key);
    const ids = this.byKey.get(key) ?? new Set();
    this.byKey.set(key, ids.add(id));
  }
}
