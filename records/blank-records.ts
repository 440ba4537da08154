import { type Draft, write } from './draft.ts';

/** A step from one key to the next; the record with all keys up to here, all of them ''. */
interface Step {
  readonly next: Map<string, Step>;
  readonly blank: Draft;
}

/**
 * Blank records by their keys, to be copied: a copy has all keys at once, where adding a dozen keys to an empty object
 * one by one would move it a dozen times.
 */
export class BlankRecords {
  readonly #root: Step = { next: new Map(), blank: { id: '' } };

  /** A new object with these keys (and `id`), all ''. */
  copy(keys: readonly string[]): Draft {
    let step = this.#root;
    for (const key of keys) {
      const known = step.next.get(key);
      if (known) {
        step = known;
        continue;
      }
      const blank: Draft = { ...step.blank };
      write(blank, key, '');
      const made = { next: new Map<string, Step>(), blank };
      step.next.set(key, made);
      step = made;
    }
    return { ...step.blank };
  }
}
