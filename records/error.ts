/** Codes of what a caller did wrong; nothing has changed when one is thrown. */
export type StoreErrorCode = 'unknown-entity' | 'unknown-record' | 'duplicate-record' | 'bad-order' | 'bad-change';

/** A patch that cannot be applied: a programming error of the caller, never a clerk's mistake. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'StoreError';
    this.code = code;
  }
}
