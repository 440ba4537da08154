import type { Place } from './ast.ts';

/** What can be wrong with the text of a formula; the sentences are in `locale/zh-CN.ts`. */
export type FormulaErrorCode =
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'bad-character'
  | 'bad-number'
  | 'unclosed-text'
  | 'unclosed-field'
  | 'unclosed-parameter'
  | 'unclosed-parenthesis'
  | 'value-expected'
  | 'not-expected'
  | 'unknown-word'
  | 'unknown-function'
  | 'unknown-field'
  | 'unknown-parameter'
  | 'unknown-entity'
  | 'wrong-count'
  | 'no-choices'
  | 'field-expected'
  | 'text-expected'
  | 'not-here';

/** A formula that cannot be used. `what` is the name or text it is about, `near` the nearest name that is known. */
export interface FormulaError extends Place {
  readonly code: FormulaErrorCode;
  readonly what: string;
  readonly near?: string;
}
