import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sha256, sha256Hex, sha256Script } from './sha256.ts';

test('the published vectors', () => {
  const of = (text: string): string => sha256Script(new TextEncoder().encode(text));
  expect(of('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(of('a'.repeat(1_000_000))).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
});

test('script, engine and Node agree, on parts of a buffer too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(20), async (array, skip) => {
      const bytes = array.subarray(Math.min(skip, array.length));
      const wanted = createHash('sha256').update(bytes).digest('hex');
      expect(sha256Script(bytes)).toBe(wanted);
      expect(await sha256Hex(bytes)).toBe(wanted);
    }),
  );
});

test('bytes in pieces give what they give together', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 8 }), (pieces) => {
      const hash = new Sha256();
      for (const piece of pieces) {
        hash.add(piece);
        hash.hex();
      }
      expect(hash.hex()).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'));
    }),
  );
});
