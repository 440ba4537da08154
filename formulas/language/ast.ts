/** Where something stands in the text of a formula: characters (UTF-16), `to` behind the last one. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

export type BinaryOperator = '^' | '*' | '/' | '+' | '-' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';

/** A formula as it was written: names are not looked up yet. Places are those of the text that was parsed. */
export type Node = Place &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
    /** An argument that was left out: `IF(a,,b)`. */
    | { readonly kind: 'missing' }
    /** `[身份证号码]` or `[idNumber]`. */
    | { readonly kind: 'field'; readonly name: string }
    /** `{年龄上限}` or `{ageLimit}`. */
    | { readonly kind: 'parameter'; readonly name: string }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
    | { readonly kind: 'unary'; readonly operator: '-' | '+'; readonly operand: Node }
    | { readonly kind: 'percent'; readonly operand: Node }
    | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node }
  );

/** How tightly operators bind, as in Excel: a sign before a number binds closest, comparisons loosest; equal ones from the left. */
export const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};
