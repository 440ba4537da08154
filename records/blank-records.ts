import { type Draft, write } from './draft.ts';

/** So many steps are found again without going from key to key. */
const RECENT = 8;

/** A step from one key to the next; the record with all keys up to here, all of them ''. */
interface Step<T> {
  readonly next: Map<string, Step<T>>;
  readonly blank: Draft;
  /** What is known of records with these keys. */
  known: T | undefined;
}

/**
 * Blank records by their keys, to be copied: a copy has all keys at once, where adding a dozen keys to an empty object
 * one by one would move it a dozen times.
 */
export class BlankRecords<T> {
  readonly #root: Step<T> = { next: new Map(), blank: { id: '' }, known: undefined };
  readonly #learn: (keys: readonly string[]) => T;
  /** The steps asked for last: the rows of one table have the same keys but for a few blanks. */
  readonly #recent: { readonly keys: readonly string[]; readonly step: Step<T> }[] = [];

  /** @param learn what is to be known of records with these keys; asked once */
  constructor(learn: (keys: readonly string[]) => T) {
    this.#learn = learn;
  }

  /** A new object with these keys (and `id`), all ''. */
  copy(keys: readonly string[]): Draft {
    return { ...this.#stepOf(keys).blank };
  }

  /** What is known of records with these keys. */
  about(keys: readonly string[]): T {
    const step = this.#stepOf(keys);
    step.known ??= this.#learn(keys);
    return step.known;
  }

  #stepOf(keys: readonly string[]): Step<T> {
    for (const recent of this.#recent) if (same(recent.keys, keys)) return recent.step;
    let step = this.#root;
    for (const key of keys) {
      const known = step.next.get(key);
      if (known) {
        step = known;
        continue;
      }
      const blank: Draft = { ...step.blank };
      write(blank, key, '');
      const made = { next: new Map<string, Step<T>>(), blank, known: undefined };
      step.next.set(key, made);
      step = made;
    }
    if (this.#recent.length === RECENT) this.#recent.pop();
    this.#recent.unshift({ keys: [...keys], step });
    return step;
  }
}

function same(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false;
  return true;
}
