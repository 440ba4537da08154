import { expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import { functionCalled, functionNames } from './functions.ts';
import { parse } from './language/parse.ts';

test('every function is called by its English and its Chinese name, and both can be written in a formula', () => {
  for (const spec of catalogue.values()) {
    expect(functionCalled(spec.name.toLowerCase())).toBe(spec);
    expect([spec.label, functionCalled(spec.label)?.name]).toEqual([spec.label, spec.name]);
  }
  for (const name of functionNames) expect([name, parse(`=${name}(1)`).ok]).toEqual([name, true]);
});

test('a name that is none is no function', () => {
  expect(functionCalled('身份证')).toBeUndefined();
  expect(functionCalled('')).toBeUndefined();
});
