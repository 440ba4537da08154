import type * as entry from './entry.ts';

declare global {
  /** The pipeline, as the test's page has it. */
  var pipeline: typeof entry;
}
