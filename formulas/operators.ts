import { operand } from './native.ts';
import type { FunctionSpec, NativePart, Value } from './types.ts';
import { countedNumber, DIVISION_ERROR, isError, NUMBER_ERROR, shownText, VALUE_ERROR } from './value.ts';

/** Rank of a type where values of two types are compared: number < text < logical, as in Excel. */
function rank(value: Value): number {
  return typeof value === 'number' ? 0 : typeof value === 'boolean' ? 2 : 1;
}

/** A blank cell becomes what it is compared with: 0, "" or FALSE. */
function fitted(value: Value, other: Value): Value {
  if (value !== null) return value;
  return typeof other === 'number' ? 0 : typeof other === 'boolean' ? false : '';
}

/** The order of two values as Excel sorts them; texts without regard to case, by code unit. */
export function compareValues(left: Value, right: Value): number {
  const a = fitted(left, right);
  const b = fitted(right, left);
  if (a === b) return 0;
  const by = rank(a) - rank(b);
  if (by !== 0) return by;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  // Nothing is less than any text: most checks compare the reason for a mistake with none.
  if (typeof a === 'string' && typeof b === 'string' && (a === '' || b === '')) return a === '' ? -1 : 1;
  const s = shownText(a).toUpperCase();
  const t = shownText(b).toUpperCase();
  return s < t ? -1 : s > t ? 1 : 0;
}

function operator(name: string, level: number, run: (left: Value, right: Value) => Value): FunctionSpec {
  return {
    name,
    label: name,
    help: '',
    parameters: ['left', 'right'].map((side) => ({ name: side, label: side })),
    examples: [],
    fails: true,
    run: (left = null, right = null) => (isError(left) ? left : isError(right) ? right : run(left, right)),
    native: (left, right): NativePart => ({
      text: `${operand(left, level)}${name}${operand(right, level + 1)}`,
      level,
      blank: false,
    }),
  };
}

const compared = (name: string, holds: (by: number) => boolean): FunctionSpec =>
  operator(name, 1, (left, right) => {
    const lists = typeof left === 'object' || typeof right === 'object' ? (left ?? right) : null;
    return lists !== null && typeof lists === 'object' ? VALUE_ERROR : holds(compareValues(left, right));
  });

const counted = (name: string, level: number, calculate: (left: number, right: number) => number): FunctionSpec =>
  operator(name, level, (left, right) => {
    const a = countedNumber(left);
    const b = countedNumber(right);
    if (a === undefined || b === undefined) return VALUE_ERROR;
    if (name === '/' && b === 0) return DIVISION_ERROR;
    const result = calculate(a, b);
    return Number.isFinite(result) ? result : NUMBER_ERROR;
  });

const signed = (name: string, sign: string, calculate: (value: number) => number): FunctionSpec => ({
  ...operator(name, 6, () => VALUE_ERROR),
  parameters: [{ name: 'value', label: 'value' }],
  run: (value = null) => {
    if (isError(value)) return value;
    const n = countedNumber(value);
    return n === undefined ? VALUE_ERROR : calculate(n);
  },
  native: (value): NativePart =>
    sign === '%'
      ? { text: `${operand(value, 6)}%`, level: 6, blank: false }
      : { text: `${sign}${operand(value, 7)}`, level: 6, blank: false },
});

const all: readonly FunctionSpec[] = [
  compared('=', (by) => by === 0),
  compared('<>', (by) => by !== 0),
  compared('<', (by) => by < 0),
  compared('>', (by) => by > 0),
  compared('<=', (by) => by <= 0),
  compared('>=', (by) => by >= 0),
  operator('&', 2, (left, right) =>
    [left, right].some((side) => typeof side === 'object' && side !== null)
      ? VALUE_ERROR
      : shownText(left) + shownText(right),
  ),
  counted('+', 3, (left, right) => left + right),
  counted('-', 3, (left, right) => left - right),
  counted('*', 4, (left, right) => left * right),
  counted('/', 4, (left, right) => left / right),
  counted('^', 5, (left, right) => left ** right),
  signed('negate', '-', (value) => -value),
  signed('percent', '%', (value) => value / 100),
];

/** The operators of the rule language as functions: `=`, `&`, `negate` … */
export const operators: ReadonlyMap<string, FunctionSpec> = new Map(all.map((spec) => [spec.name, spec]));
