import { expect, test } from 'vitest';
import type { ProjectJson } from '../types.ts';
import { dataFileParts, takePhotosOut } from './data-file.ts';
import { photoDataUrl, photoReference, referredPhotos } from './photo-text.ts';
import type { Photo } from './picture-type.ts';

const picture = (byte: number): Photo => ({
  bytes: Uint8Array.from([0xff, 0xd8, 0xff, byte, ...new Uint8Array(5000)]),
  type: 'image/jpeg',
});
const [one, two] = [picture(1), picture(2)];

const project = (person: ProjectJson['records'][string]): ProjectJson => ({
  pack: 'p',
  settings: { county: '', unit: '', level: 'township', asOf: '2017-11-30' },
  records: { person, village: [{ id: 'v', name: '白虎村' }] },
  rest: { kept: true },
});
const FULL = project([
  { id: 'a', name: '张三', photo: photoDataUrl(one) },
  { id: 'b', photo: photoDataUrl(two), remark: 'data:image/png;base64,???' },
  { id: 'c', photo: photoDataUrl(one) },
  { id: 'd', photo: 'photo.jpg' },
]);

test('pictures leave the records, and come back into the file', async () => {
  const { json, photos } = await takePhotosOut(FULL);
  expect(photos.map(({ bytes }) => bytes)).toEqual([one.bytes, two.bytes]);
  expect(referredPhotos(json)).toEqual(new Set(photos.map(({ sha256 }) => sha256)));
  expect(json.records.person?.[1]).toMatchObject({ remark: 'data:image/png;base64,???' });
  expect(json.records.person?.[3]).toEqual({ id: 'd', photo: 'photo.jpg' });
  const kept = new Map(photos.map((photo) => [photo.sha256, photo]));
  const { parts, missing } = await dataFileParts(json, async (sha256) => kept.get(sha256) ?? null);
  expect(missing).toBe(0);
  expect(JSON.parse(parts.join(''))).toEqual(FULL);
});

test('a project without pictures is handed on as it is', async () => {
  const plain = project([{ id: 'a', name: '张三' }]);
  expect((await takePhotosOut(plain)).json).toBe(plain);
});

test('a picture that is gone is counted, its reference stays; a text that only quotes one is no reference', async () => {
  const gone = photoReference('0'.repeat(64));
  const json = project([{ id: 'a', photo: gone, remark: `"photo": "${gone}"`, name: `": "${gone}"` }]);
  const asked: string[] = [];
  const { parts, missing } = await dataFileParts(json, async (sha256) => {
    asked.push(sha256);
    return null;
  });
  expect([missing, asked]).toEqual([1, ['0'.repeat(64)]]);
  expect(JSON.parse(parts.join(''))).toEqual(json);
});
