import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteWriter, textTags } from './byte-writer.ts';
import { textElement } from './escape.ts';

function written(write: (writer: ByteWriter) => void): string {
  const writer = new ByteWriter();
  write(writer);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(writer.take());
}

const unit = fc.oneof(
  fc.constantFrom(' ', '  ', '\n', '_x000D_', '&', '𬭎', '\ud800', '张', 'é', '\u007f', '\ufeff', '\uffff', 'a', '0'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);

test('text elements are those of the string way, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 8 }), fc.constantFrom('', 'x:'), (units, prefix) => {
      const text = units.join('');
      expect(written((w) => w.textElement(text, textTags(prefix)))).toBe(textElement(text, prefix));
    }),
    { numRuns: 500 },
  );
});

test('whole numbers', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (n) => {
      expect(written((w) => w.count(n))).toBe(String(n));
    }),
  );
});

test('it grows beyond its first buffer and begins anew after a take', () => {
  const writer = new ByteWriter();
  const long = '村'.repeat(100_000);
  writer.string('a');
  writer.textElement(long, textTags(''));
  expect(new TextDecoder().decode(writer.take())).toBe(`a<t>${long}</t>`);
  writer.string('b');
  expect(new TextDecoder().decode(writer.take())).toBe('b');
});
