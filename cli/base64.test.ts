import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Bytes } from './base64.ts';

const letters = (text: string): Buffer => Buffer.from(text);

test('what was written as base64 is read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      const text = btoa(String.fromCharCode(...bytes));
      expect(base64Bytes(letters(text))).toEqual(Buffer.from(bytes));
    }),
  );
});

test.each(['QUJ', 'QUJD=UJD', 'QU=D', 'Q===', '====', 'QU-D', 'QU_D', 'QUJD\nQUJD', 'QU D', 'QUJé', 'QQ=A'])(
  'anything but whole groups of the 64 letters is none: %j',
  (text) => expect(base64Bytes(letters(text))).toBeUndefined(),
);
