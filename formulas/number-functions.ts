import { define } from './define.ts';
import { sameCall } from './native.ts';
import type { FunctionSpec, Value } from './types.ts';
import { countedNumber, DIVISION_ERROR, NUMBER_ERROR, VALUE_ERROR } from './value.ts';

/** A function of numbers; what is no number makes it #VALUE!. */
function numeric(
  name: string,
  parameters: readonly string[],
  examples: readonly (readonly [readonly Value[], Value])[],
  calculate: (...numbers: readonly number[]) => Value,
): FunctionSpec {
  return define({
    name,
    parameters,
    examples,
    fails: true,
    native: sameCall(name),
    run: (...values) => {
      const numbers: number[] = [];
      for (const value of values) {
        const n = countedNumber(value);
        if (n === undefined) return VALUE_ERROR;
        numbers.push(n);
      }
      const result = calculate(...numbers);
      return typeof result === 'number' && !Number.isFinite(result) ? NUMBER_ERROR : result;
    },
  });
}

export const mod = numeric(
  'MOD',
  ['number', 'divisor'],
  [
    [[7, 2], 1],
    [[-1, 3], 2],
    [[1, 0], DIVISION_ERROR],
  ],
  (n = 0, by = 0) => (by === 0 ? DIVISION_ERROR : n - by * Math.floor(n / by)),
);
export const int = numeric(
  'INT',
  ['number'],
  [
    [[2.9], 2],
    [[-2.1], -3],
  ],
  (n = 0) => Math.floor(n),
);
export const round = numeric(
  'ROUND',
  ['number', 'digits'],
  [
    [[2.345, 2], 2.35],
    [[-2.5, 0], -3],
    [[1234, -2], 1200],
  ],
  (n = 0, digits = 0) => {
    const shifted = Number(`${Math.abs(n)}e${Math.trunc(digits)}`);
    const rounded = Number(`${Math.floor(shifted + 0.5)}e${-Math.trunc(digits)}`);
    return Number.isFinite(rounded) ? Math.sign(n) * rounded : NUMBER_ERROR;
  },
);
export const abs = numeric('ABS', ['number'], [[[-3], 3]], (n = 0) => Math.abs(n));
export const min = numeric('MIN', ['number', 'more...'], [[[3, 1, 2], 1]], (...numbers) => Math.min(...numbers));
export const max = numeric('MAX', ['number', 'more...'], [[[3, 1, 2], 3]], (...numbers) => Math.max(...numbers));
export const sum = numeric('SUM', ['number', 'more...'], [[[3, 1, '2'], 6]], (...numbers) =>
  numbers.reduce((total, n) => total + n, 0),
);
