import { StoreError } from './error.ts';
import type { DataRecord } from './types.ts';

const BLOCK = 10_000;

/** The records of one entity with their order. */
export class Table {
  readonly #records = new Map<string, DataRecord>();
  readonly #order: string[] = [];
  // Where an id was last seen in the order. Inserts and removals shift ids by little, so the search starts there.
  readonly #hints = new Map<string, number>();

  get size(): number {
    return this.#records.size;
  }

  get order(): readonly string[] {
    return this.#order;
  }

  get(id: string): DataRecord | undefined {
    return this.#records.get(id);
  }

  /** The records, not in their order. */
  records(): IterableIterator<DataRecord> {
    return this.#records.values();
  }

  has(id: string): boolean {
    return this.#records.has(id);
  }

  /** Replaces a record that is there. */
  replace(record: DataRecord): void {
    this.#records.set(record.id, record);
  }

  /** Puts records, in their order, before `before` or at the end. */
  insert(records: readonly DataRecord[], before: string | undefined): void {
    for (const record of records) this.#records.set(record.id, record);
    if (before === undefined) {
      for (const { id } of records) this.#order.push(id);
      return;
    }
    // In blocks, since the arguments of one call are limited.
    const at = this.#position(before);
    for (let from = 0; from < records.length; from += BLOCK) {
      this.#order.splice(at + from, 0, ...records.slice(from, from + BLOCK).map(({ id }) => id));
    }
  }

  /** Takes a record out; answers the id that came after it. */
  remove(id: string): string | undefined {
    const at = this.#position(id);
    const next = this.#order[at + 1];
    this.#order.splice(at, 1);
    this.#records.delete(id);
    this.#hints.delete(id);
    return next;
  }

  /** Takes all out. */
  clear(): void {
    this.#records.clear();
    this.#order.length = 0;
    this.#hints.clear();
  }

  /** Sets the whole order; the caller has made sure that it is one. */
  reorder(ids: readonly string[]): void {
    for (const [index, id] of ids.entries()) this.#order[index] = id;
    this.#hints.clear();
  }

  #position(id: string): number {
    const order = this.#order;
    const start = Math.min(this.#hints.get(id) ?? order.length - 1, order.length - 1);
    for (let distance = 0; distance <= order.length; distance++) {
      for (const at of distance === 0 ? [start] : [start - distance, start + distance]) {
        const found = order[at];
        if (found === undefined) continue;
        this.#hints.set(found, at);
        if (found === id) return at;
      }
    }
    throw new StoreError('unknown-record', id);
  }
}
