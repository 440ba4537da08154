const NONE: ReadonlySet<string> = new Set();

/** Records by a key. Most keys have one record, so a bucket is an id until it needs to be a set. */
export class KeyIndex {
  readonly #buckets = new Map<string, string | Set<string>>();
  /** The buckets that are sets: few, and so much faster to look through. */
  readonly #sets = new Map<string, Set<string>>();

  add(key: string, id: string): void {
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) this.#buckets.set(key, id);
    else if (typeof bucket === 'string') {
      const set = new Set([bucket, id]);
      this.#buckets.set(key, set);
      this.#sets.set(key, set);
    } else bucket.add(id);
  }

  delete(key: string, id: string): void {
    const bucket = this.#buckets.get(key);
    if (bucket === id) this.#buckets.delete(key);
    else if (bucket instanceof Set) {
      bucket.delete(id);
      if (bucket.size > 0) return;
      this.#buckets.delete(key);
      this.#sets.delete(key);
    }
  }

  count(key: string): number {
    const bucket = this.#buckets.get(key);
    return bucket === undefined ? 0 : typeof bucket === 'string' ? 1 : bucket.size;
  }

  /** The same where one record at least is known to be there. */
  countKnown(key: string): number {
    return this.#sets.get(key)?.size ?? 1;
  }

  /** The records under a key; read-only, changes with the index. */
  get(key: string): ReadonlySet<string> {
    const bucket = this.#buckets.get(key);
    return bucket === undefined ? NONE : typeof bucket === 'string' ? new Set([bucket]) : bucket;
  }

  /** One record under the key that is not `id`; without looking through all of them. */
  other(key: string, id: string): string | undefined {
    const bucket = this.#buckets.get(key);
    if (typeof bucket === 'string') return bucket === id ? undefined : bucket;
    for (const candidate of bucket ?? []) if (candidate !== id) return candidate;
    return undefined;
  }

  clear(): void {
    this.#buckets.clear();
    this.#sets.clear();
  }
}
