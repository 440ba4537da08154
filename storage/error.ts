/**
 * Why storage could not do what was asked. The sentences are in `locale/zh-CN.ts`.
 *
 * - `unavailable`: the browser gives no IndexedDB here (private mode, policy)
 * - `quota-exceeded`: the disk or the browser's share of it is full
 * - `connection-closed`: the connection broke off; it is opened anew by the next attempt
 * - `aborted`: the transaction was rolled back whole, reason in `detail`
 * - `blocked`: another tab holds an older version of the database open
 * - `newer-version`: the database was written by a newer program
 * - `outdated`: this tab runs an older program than another one that has just started
 * - `migration-failed`: an upgrade was rolled back; the data is as before
 * - `project-missing`: the project is not, or no longer, there
 * - `project-exists`: a project of that id is there already
 * - `conflict`: another tab has written since this one read
 * - `taken-over`: another tab is the writer now
 * - `read-only`: opened for reading (another tab is the writer)
 * - `damaged-data`: something stored no longer parses; nothing is written over it
 * - `unknown`: anything else, text in `detail`
 */
export const ERROR_CODES = [
  'unavailable',
  'quota-exceeded',
  'connection-closed',
  'aborted',
  'blocked',
  'newer-version',
  'outdated',
  'migration-failed',
  'project-missing',
  'project-exists',
  'conflict',
  'taken-over',
  'read-only',
  'damaged-data',
  'unknown',
] as const;
export type StorageErrorCode = (typeof ERROR_CODES)[number];

export interface StorageError {
  readonly code: StorageErrorCode;
  /** The browser's own words, for the log; not for the clerk. */
  readonly detail?: string;
}

/** What every operation answers: `ok` with its fields, or the error as a value. */
export type Answer<T extends object = object> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly error: StorageError };

/** Thrown inside a transaction to roll it back with a code of ours. */
export class Refusal extends Error {
  readonly code: StorageErrorCode;
  constructor(code: StorageErrorCode, detail?: string) {
    super(detail ?? code);
    this.name = 'Refusal';
    this.code = code;
  }
}

const BY_NAME: Readonly<Record<string, StorageErrorCode>> = {
  QuotaExceededError: 'quota-exceeded',
  InvalidStateError: 'connection-closed',
  VersionError: 'newer-version',
  AbortError: 'aborted',
  SecurityError: 'unavailable',
};

/** Names a thrown value. Anything not known is `unknown` with its text. */
export function toStorageError(thrown: unknown): StorageError {
  if (thrown instanceof Refusal) {
    return thrown.message === thrown.code ? { code: thrown.code } : { code: thrown.code, detail: thrown.message };
  }
  if (!(thrown instanceof Error) && !(typeof DOMException !== 'undefined' && thrown instanceof DOMException)) {
    return { code: 'unknown', detail: String(thrown) };
  }
  const code = BY_NAME[thrown.name];
  if (code) return { code, detail: thrown.message };
  // Chromium reports a full disk while opening as UnknownError; the word is all there is to tell it by.
  if (thrown.name === 'UnknownError' && /full|quota|space/i.test(thrown.message)) {
    return { code: 'quota-exceeded', detail: thrown.message };
  }
  return { code: 'unknown', detail: `${thrown.name}: ${thrown.message}` };
}

/** The failed answer for a thrown value. */
export function failure(thrown: unknown): { readonly ok: false; readonly error: StorageError } {
  return { ok: false, error: toStorageError(thrown) };
}

const FATAL: ReadonlySet<StorageErrorCode> = new Set([
  'newer-version',
  'outdated',
  'migration-failed',
  'project-missing',
  'project-exists',
  'conflict',
  'taken-over',
  'read-only',
  'damaged-data',
]);

/** Whether trying the same again later may help. */
export function isRetriable(code: StorageErrorCode): boolean {
  return !FATAL.has(code);
}
