import type { DataRecord } from '../types.ts';
import { textOf } from '../value.ts';

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Owners by their names and numbers, whoever left the roster too: the store's other indexes hold those in force alone.
 * Filled at the first question, then kept with every change.
 */
export class OwnerBook {
  readonly #fields: readonly string[];
  readonly #records: () => Iterable<DataRecord>;
  #buckets: Map<string, Map<string, Set<string>>> | undefined;

  constructor(fields: readonly string[], records: () => Iterable<DataRecord>) {
    this.#fields = fields;
    this.#records = records;
  }

  /** The owners whose field has this text; read-only. */
  with(field: string, text: string): ReadonlySet<string> {
    return this.#filled().get(field)?.get(text) ?? NOBODY;
  }

  /** All records are others now. */
  clear(): void {
    this.#buckets = undefined;
  }

  /** Follows a record that appeared, changed or went. */
  move(before: DataRecord | undefined, after: DataRecord | undefined): void {
    if (!this.#buckets) return;
    for (const field of this.#fields) {
      const from = textOf(before?.[field]);
      const to = textOf(after?.[field]);
      if (before && after && from === to) continue;
      if (before) this.#buckets.get(field)?.get(from)?.delete(before.id);
      if (after) put(this.#buckets, field, to, after.id);
    }
  }

  #filled(): Map<string, Map<string, Set<string>>> {
    if (this.#buckets) return this.#buckets;
    const buckets = new Map(this.#fields.map((field) => [field, new Map<string, Set<string>>()]));
    for (const record of this.#records())
      for (const field of this.#fields) put(buckets, field, textOf(record[field]), record.id);
    this.#buckets = buckets;
    return buckets;
  }
}

function put(buckets: Map<string, Map<string, Set<string>>>, field: string, text: string, id: string): void {
  if (text === '') return;
  const bucket = buckets.get(field) ?? new Map<string, Set<string>>();
  buckets.set(field, bucket);
  const ids = bucket.get(text) ?? new Set<string>();
  bucket.set(text, ids.add(id));
}
