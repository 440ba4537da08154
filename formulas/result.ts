/**
 * The answer of what may fail in an expected way: a value, or an error with a code that a locale file turns into a sentence.
 */
export type Result<T, E extends { readonly code: string } = { readonly code: string }> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };
