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
  const whole = blanks.length === 0 ? compared : `OR(${[...blanks, compared].join(',')})`;
  if (!sure) return atom(`IFERROR(${whole},TRUE)`);
  return blanks.length === 0 ? { text: whole, level: 1, blank: false } : atom(whole);
}

/** A text literal of a native formula. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A call of the spreadsheet program's function of this name with the same arguments. */
export const sameCall =
  (name: string, blank = false) =>
  (...args: readonly NativePart[]): NativePart =>
    atom(`${name}(${args.map(({ text }) => text).join(',')})`, blank);
