import { expect, test } from 'vitest';
import { type Mask, masked } from './mask.ts';

test.each<[Mask, string, string]>([
  ['none', '511130199005010018', '511130199005010018'],
  ['middle8', '511130199005010018', '511130********0018'],
  ['last6', '511130199005010018', '511130199005******'],
  ['keepLast4', '511130199005010018', '**************0018'],
  ['hidden', '511130199005010018', '***'],
  ['middle8', '13800001234', '138****1234'],
  ['last6', '13800001234', '13800******'],
  ['middle8', '511', '***'],
  ['keepLast4', '1234', '****'],
  ['hidden', '', ''],
])('%s of %s is %s', (mask, text, result) => {
  expect(masked(text, mask)).toBe(result);
});
