/**
 * A formula whose names are looked up: fields, parameters and entities by key, functions by their English name,
 * operators as functions of the same name. What is compiled, walked and translated.
 */
export type Arg =
  | { readonly field: string }
  | { readonly param: string }
  | { readonly value: string | number | boolean | null | readonly string[] }
  | { readonly choices: string }
  | { readonly count: Count }
  | { readonly partner: Partner }
  | { readonly call: Call };

/**
 * How many records of `entity` have these values (every pair equal, blanks never counted). Without `where`, all of them.
 * Only records in force count (`status` blank or 在库). A record counts itself.
 */
export interface Count {
  readonly entity: string;
  readonly where: Readonly<Record<string, Arg>>;
}

/** The text of `show` of one other record that `count` would count; `''` when there is none. Only for messages. */
export interface Partner extends Count {
  readonly show: string;
}

/** A call of one function of the catalogue, or of an operator. */
export interface Call {
  readonly fn: string;
  readonly args: readonly Arg[];
}
