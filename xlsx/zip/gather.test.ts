import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gathered } from './gather.ts';

async function* each(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

test('the same bytes in order; what is large is not copied, what is small is joined', async () => {
  const enough = 8;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 12 })), async (pieces) => {
      const out: Uint8Array[] = [];
      for await (const piece of gathered(each(pieces), enough)) out.push(piece);
      expect(out.flatMap((piece) => [...piece])).toEqual(pieces.flatMap((piece) => [...piece]));
      for (const piece of pieces) if (piece.length >= enough) expect(out).toContain(piece);
      expect(out.length).toBeLessThanOrEqual(
        2 * pieces.filter((piece) => piece.length >= enough).length +
          Math.ceil((2 * pieces.reduce((sum, { length }) => sum + length, 0)) / enough) +
          1,
      );
    }),
  );
});
