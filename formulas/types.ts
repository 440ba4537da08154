/**
 * Values that rules and derivations work on. A blank cell is `''`; text is what a clerk typed or its normal form;
 * numbers come from counts and numeric parameters.
 */
export type Value = string | number | boolean | null | readonly string[];

/** One parameter of a catalogue function, for help texts and arity checks. */
export interface ParameterSpec {
  readonly name: string;
  readonly label: string;
  readonly optional?: boolean;
}

/** A worked example; the tests run every one of them. */
export interface ExampleSpec {
  readonly args: readonly Value[];
  readonly result: Value;
}

/**
 * One function of the catalogue: what a pack's rules, derivations and normalisations may name.
 * `run` is total (it never throws), pure and synchronous. Checks answer `true` (right) or `false` (violated);
 * a blank that another rule is responsible for (`required`) is right.
 */
export interface FunctionSpec {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly parameters: readonly ParameterSpec[];
  readonly examples: readonly ExampleSpec[];
  readonly run: (...args: readonly Value[]) => Value;
}
