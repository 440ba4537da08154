import { expect, test } from 'vitest';
import { isPicture } from './photo.ts';
import { photoOf } from './photo-data.ts';
import { plainPhoto } from './testing/forms.node.ts';

const png = plainPhoto(1, 2, 3);
const base64 = Buffer.from(png.bytes).toString('base64');

test('the bytes of a data URL, typed by what they are', () => {
  expect(photoOf(`data:image/png;base64,${base64}`)).toEqual(png);
  expect(photoOf(`data:image/jpeg;base64,${base64}`)).toEqual(png);
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString('base64');
  expect(photoOf(`data:image/png;base64,${jpeg}`).type).toBe('image/jpeg');
});

test.each(['photo.jpg', 'data:image/png,abc', 'data:image/png;base64,???', `data:text/plain;base64,${btoa('hello')}`])(
  '%s is no picture',
  (text) => {
    expect(isPicture(photoOf(text))).toBe(false);
  },
);
