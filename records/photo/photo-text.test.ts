import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256Script } from '../sha256.ts';
import { dataUrlPhoto, photoDataUrl, photoReference, referredPhoto, referredPhotos } from './photo-text.ts';
import type { Photo } from './picture-type.ts';

const JPEG = [0xff, 0xd8, 0xff];

test('a picture of any bytes comes back from its data URL', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(30_000), (tail, more) => {
      const bytes = Uint8Array.from([...JPEG, ...tail, ...new Uint8Array(more)]);
      const photo: Photo = { bytes, type: 'image/jpeg' };
      const url = photoDataUrl(photo);
      expect(url).toBe(`data:image/jpeg;base64,${Buffer.from(photo.bytes).toString('base64')}`);
      const back = dataUrlPhoto(url);
      expect(back?.type).toBe(photo.type);
      expect(Buffer.from(back?.bytes ?? []).equals(bytes)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test('the type is that of the bytes; what holds no picture is none', () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).toString('base64');
  expect(dataUrlPhoto(`data:image/jpeg;base64,${png}`)?.type).toBe('image/png');
  for (const text of [
    'photo.jpg',
    'data:image/png,abc',
    'data:image/png;base64,???',
    `data:text/plain;base64,${btoa('x')}`,
  ])
    expect(dataUrlPhoto(text)).toBeUndefined();
});

test('references are found at any depth, and nothing else is taken for one', () => {
  const [one, two] = ['1', '2'].map((text) => sha256Script(new TextEncoder().encode(text)));
  if (one === undefined || two === undefined) throw new Error('no hashes');
  const value = { records: [{ photo: photoReference(one) }, { a: { b: [photoReference(two), null, 3] } }], note: one };
  expect(referredPhotos(value)).toEqual(new Set([one, two]));
  expect(referredPhoto(photoReference(one))).toBe(one);
  for (const text of ['photo:', `photo:${one}0`, `photo:${one.toUpperCase()}`, one])
    expect(referredPhoto(text)).toBeUndefined();
});
