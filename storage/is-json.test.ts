import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isJson, isPlain, isRecordOf } from './is-json.ts';

it('accepts exactly what JSON gives back unchanged', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => isJson(JSON.parse(JSON.stringify(value)))));
});

it.each([
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['a bigint', 1n],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['bytes', new Uint8Array(1)],
])('refuses %s, deep inside too', (_, value) => {
  expect(isJson(value)).toBe(false);
  expect(isJson({ a: [value] })).toBe(false);
});

it('knows a record by its id', () => {
  expect(isRecordOf({ id: 'p1', name: '张三' }, 'p1')).toBe(true);
  expect(isRecordOf({ id: 'p2' }, 'p1')).toBe(false);
  expect(isRecordOf([], 'p1')).toBe(false);
  expect(isRecordOf({ id: 'p1', at: new Date(0) }, 'p1')).toBe(false);
  expect(isPlain(Object.create(null))).toBe(true);
});
