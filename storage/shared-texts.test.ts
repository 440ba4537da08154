import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Json } from '../records/types.ts';
import { SharedTexts } from './shared-texts.ts';

it('leaves every record reading as it did', () => {
  const value = fc.oneof(fc.constantFrom('男', '女', '第1村'), fc.string(), fc.integer(), fc.constant(null));
  const record = fc.dictionary(fc.constantFrom('id', 'gender', 'village', 'remark', 'n'), value);
  fc.assert(
    fc.property(fc.array(record, { maxLength: 50 }), (records) => {
      const shared = new SharedTexts();
      const copies: Record<string, Json>[] = structuredClone(records);
      for (const copy of copies) shared.share(copy);
      expect(copies).toEqual(records);
    }),
  );
});

it('goes on sharing what repeats and gives up on what tells records apart', () => {
  const asked = { village: 0, idNumber: 0 };
  const shared = new SharedTexts();
  for (let at = 0; at < 3_000; at++) {
    const record: Record<string, Json> = {};
    // Whether a text was put in the place of another cannot be seen from outside, but that it was put there can.
    for (const key of ['village', 'idNumber'] as const) {
      let text = key === 'village' ? `第${at % 40}村` : `5114251990${at}`;
      Object.defineProperty(record, key, {
        enumerable: true,
        get: () => text,
        set(next: string) {
          text = next;
          if (at >= 2_000) asked[key]++;
        },
      });
    }
    shared.share(record);
  }
  expect(asked).toEqual({ village: 1_000, idNumber: 0 });
});
