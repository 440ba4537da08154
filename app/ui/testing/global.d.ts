import type * as entry from './entry.tsx';

declare global {
  /** The components' tests' page, as `mingce` is the storage's. */
  var shown: typeof entry;
}
