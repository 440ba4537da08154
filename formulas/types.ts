/**
 * Values that rules and derivations work on. A blank cell is `''`; text is what a clerk typed or its normal form;
 * numbers come from counts and numeric parameters.
 */
export type Value = string | number | boolean | null | readonly string[] | ErrorValue;

/** What a formula answers when it cannot be calculated, as in a cell. */
export interface ErrorValue {
  readonly error: '#VALUE!' | '#DIV/0!' | '#NUM!' | '#N/A' | '#NAME?' | '#REF!' | '#NULL!';
  /** What a reader is told instead of the code, where the code alone would say too little. */
  readonly says?: string;
}

/**
 * One parameter of a catalogue function, for help texts and arity checks. One named `asOf` that is left out stands for
 * the project's reference date in a rule, for today in a cell.
 */
export interface ParameterSpec {
  readonly name: string;
  readonly label: string;
  readonly optional?: boolean;
  /** May be given any number of times; only the last one. */
  readonly rest?: boolean;
  /** Takes several texts: in a cell, all that a range holds. */
  readonly list?: boolean;
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
  /** Whether it may answer an error; those that may not are called without looking. */
  readonly fails: boolean;
  /** The same as a formula of a spreadsheet program; without one, a rule that names it stays out of exported files. */
  readonly native?: NativeForm;
}

/** Part of a native formula. */
export interface NativePart {
  readonly text: string;
  /** How tightly its outermost operator binds (see `PRECEDENCE`); 9: needs no parentheses. */
  readonly level: number;
  /** Whether it may be blank (`""` or an empty cell); otherwise it is an error where the function answers nothing. */
  readonly blank: boolean;
  /** It is never an error, though it is never blank either. */
  readonly sure?: boolean;
  /** The value, where it is constant. */
  readonly value?: Value;
  /** It is blank only where the cell that is checked is blank. */
  readonly own?: boolean;
  /** A verdict's text for a cell that is checked and not blank: shorter; an error is a violation. */
  readonly filled?: string;
}

/** Turns the native forms of the arguments into that of the call; `undefined`: not for these arguments. */
export type NativeForm = (...args: readonly NativePart[]) => NativePart | string | undefined;
