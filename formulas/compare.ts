import { define } from './define.ts';
import { lenient } from './native.ts';
import type { FunctionSpec, Value } from './types.ts';
import { asNumber, asText, isBlank } from './value.ts';

/** Numbers by size when both are numbers, else texts by code unit (`1990.05`, `2017-11-30` sort as they should). */
function order(left: Value | undefined, right: Value | undefined): number {
  const a = asNumber(left);
  const b = asNumber(right);
  if (a !== undefined && b !== undefined) return a - b;
  const s = asText(left);
  const t = asText(right);
  return s < t ? -1 : s > t ? 1 : 0;
}

const same = (left: Value | undefined, right: Value | undefined): boolean => asText(left) === asText(right);

/** Comparisons are right where one side is blank: what is missing is another rule's business. */
function comparison(
  name: string,
  sign: string,
  holds: (order: number) => boolean,
  examples: FunctionSpec['examples'],
): FunctionSpec {
  return define({
    name,
    parameters: ['left', 'right'],
    examples: examples.map(({ args, result }) => [args, result] as const),
    run: (left, right) => isBlank(left) || isBlank(right) || holds(order(left, right)),
    native: (left, right) => lenient(left, sign, right),
  });
}

export const eq = define({
  name: 'EQ',
  parameters: ['left', 'right'],
  examples: [
    [['男', '男'], true],
    [['33', 33], true],
    [['男', ''], false],
  ],
  run: (left, right) => same(left, right),
});

export const ne = define({
  name: 'NE',
  parameters: ['left', 'right'],
  examples: [
    [['length', 'length'], false],
    [['', 'length'], true],
  ],
  run: (left, right) => !same(left, right),
});

export const agree = define({
  name: 'AGREE',
  parameters: ['left', 'right'],
  examples: [
    [['男', '男'], true],
    [['男', '女'], false],
    [['', '女'], true],
    [['男', ''], true],
  ],
  run: (left, right) => isBlank(left) || isBlank(right) || same(left, right),
  native: (left, right) => lenient(left, '=', right),
});

export const lt = comparison('LT', '<', (by) => by < 0, [
  { args: [9, 10], result: true },
  { args: [10, 10], result: false },
]);
export const le = comparison('LE', '<=', (by) => by <= 0, [
  { args: [36, 35], result: false },
  { args: ['9', 35], result: true },
  { args: ['', 35], result: true },
]);
export const ge = comparison('GE', '>=', (by) => by >= 0, [
  { args: [1, 2], result: false },
  { args: [2, 2], result: true },
]);
export const gt = comparison('GT', '>', (by) => by > 0, [
  { args: ['2018.07', '2017.11'], result: true },
  { args: [2, 2], result: false },
]);
