import type { StorageErrorCode } from '../error.ts';

/** What the status line shows. `at`: the last acknowledged write. `pending`: rows not yet acknowledged. */
export interface SaverStatus {
  readonly state: 'saved' | 'saving' | 'failed' | 'read-only';
  readonly at: Date | null;
  readonly pending: number;
  /** Why it failed, or why it is read-only. */
  readonly error?: StorageErrorCode;
}

/** A value with listeners; `get` answers the same object until something changed (fit for `useSyncExternalStore`). */
export class Observable<T> {
  #value: T;
  readonly #listeners = new Set<(value: T) => void>();

  constructor(value: T) {
    this.#value = value;
  }

  readonly get = (): T => this.#value;

  readonly subscribe = (listener: (value: T) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  set(value: T): void {
    this.#value = value;
    for (const listener of this.#listeners) listener(value);
  }
}
