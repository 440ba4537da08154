import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityPart, readIdentity } from './custom-part.ts';

const identity = { pack: 'p', template: 'roster', version: '1.0', sheet: '名册 "1" <&>', firstRow: 4 };

test('ids come back in their order, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 })), (ids) => {
      const xml = [...identityPart(identity, ids).chunks].join('');
      expect(readIdentity(xml)).toEqual({ ...identity, ids });
    }),
    { numRuns: 50 },
  );
});

test('other XML is not ours', () => {
  expect(readIdentity('<a/>')).toBeUndefined();
  expect(readIdentity('<mingce xmlns="urn:mingce:table" template="t" firstRow="0"/>')).toBeUndefined();
  expect(readIdentity('<mingce xmlns="urn:mingce:table"')).toBeUndefined();
});
