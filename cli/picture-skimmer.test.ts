import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PictureSkimmer } from './picture-skimmer.ts';

const isPicture = (text: string): boolean => text.startsWith('data:image/');

/** What is left of a JSON text when it comes in pieces of that size, and what was taken out of it. */
function skim(json: string, size: number) {
  const bytes = Buffer.from(json);
  const taken: string[] = [];
  const skimmer = new PictureSkimmer((start, length) => {
    taken.push(bytes.subarray(start, start + length).toString());
    return `"\ue000${taken.length - 1}"`;
  });
  for (let at = 0; at < bytes.length; at += size) skimmer.push(bytes.subarray(at, at + size));
  return { left: skimmer.end(), taken };
}

test('whatever the JSON and however it is cut, pictures are taken out whole and all else stays', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', '"', '\\', 'é', '照', '𬭎', '/', ':', ',', '{') });
  const text = fc.oneof(
    letters,
    letters.map((tail) => `data:image/png;base64,${tail}`),
    fc.constant('data:image'),
  );
  const value = fc.jsonValue({ maxDepth: 3 });
  const record = fc.dictionary(
    letters.filter((key) => key !== '__proto__'),
    fc.oneof(text, value),
  );
  fc.assert(
    fc.property(
      fc.array(record, { maxLength: 6 }),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      (records, size, wide) => {
        const json = JSON.stringify(records, null, wide ? 1 : 0);
        const { left, taken } = skim(json, size);
        expect(taken.every((literal) => isPicture(JSON.parse(literal)))).toBe(true);
        const back = left.replace(/"\ue000(\d+)"/g, (_, n: string) => taken[Number(n)] ?? '');
        expect(back).toBe(json);
        const plain = left.replace(/"\ue000\d+"/g, 'null');
        expect(plain).not.toMatch(/"data:image\//);
      },
    ),
  );
});

test('a byte order mark goes, a text cut off stays no JSON', () => {
  expect(skim('\ufeff{"a":"data:image/x"}', 5)).toEqual({ left: '{"a":"\ue0000"}', taken: ['"data:image/x"'] });
  for (const cut of ['{"a":"data:image/x', '{"a":"b', '{"a":"data:im'])
    expect(() => JSON.parse(skim(cut, 4).left)).toThrow();
});
