import type { NativePart } from './types.ts';

/** The level of what needs no parentheses: calls, references, literals. */
export const ATOM = 9;

/** A call or anything else that stands by itself. `blank`: see `NativePart`. */
export const atom = (text: string, blank = false): NativePart => ({ text, level: ATOM, blank });

/** The text of a part as an operand of an operator of this level. */
export function operand(part: NativePart | undefined, level: number): string {
  if (part === undefined) return '""';
  return part.level >= level ? part.text : `(${part.text})`;
}

/** A comparison that says nothing (is right) where one side is blank or cannot be calculated. */
export function lenient(left: NativePart | undefined, operator: string, right: NativePart | undefined): NativePart {
  const compared = `${operand(left, 2)}${operator}${operand(right, 2)}`;
  const blanks = [left, right].filter((part) => part?.blank === true).map((part) => `${operand(part, 2)}=""`);
  const sure = [left, right].every((part) => part?.blank === true || part?.sure === true || part?.value !== undefined);
  const whole = (tests: readonly string[]): string =>
    tests.length === 0 ? compared : `OR(${[...tests, compared].join(',')})`;
  const certain = (text: string): string => (sure ? text : `IFERROR(${text},TRUE)`);
  const others = [left, right].filter((part) => part?.blank === true && part.own !== true);
  const filled = certain(whole(others.map((part) => `${operand(part, 2)}=""`)));
  const text = certain(whole(blanks));
  const owned = others.length < blanks.length ? { filled } : {};
  return text === compared ? { text, level: 1, blank: false } : { ...atom(text), ...owned };
}

/** A verdict that is right for a blank; `part` is what it is about, `verdict` what is asked otherwise. */
export function rightWhenBlank(part: NativePart | undefined, verdict: string, more: string = verdict): NativePart {
  const made = atom(`OR(${operand(part, 2)}="",${verdict})`);
  return part?.own === true ? { ...made, filled: more } : made;
}

/** A text literal of a native formula. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A call of the spreadsheet program's function of this name with the same arguments. */
export const sameCall =
  (name: string, blank = false) =>
  (...args: readonly NativePart[]): NativePart =>
    atom(`${name}(${args.map(({ text }) => text).join(',')})`, blank);
