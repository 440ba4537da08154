import { expect, test } from 'vitest';
import { plainPhoto } from '../../xlsx/form/testing/forms.node.ts';
import { isFinished } from './is-finished.ts';

const RATIO = 35 / 45;

/** The head of a JPEG of that size, with a segment before its frame. */
function jpeg(width: number, height: number, segment: string, length = 9_000): Uint8Array {
  const text = [...segment].map((sign) => sign.charCodeAt(0));
  const app = segment === '' ? [] : [0xff, 0xe1, 0, text.length + 2, ...text];
  const frame = [0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3];
  return Uint8Array.from([0xff, 0xd8, ...app, ...frame, ...new Uint8Array(length)]);
}

test.each([
  ['a jpeg of ours', jpeg(413, 531, ''), true],
  ['a png in the ratio', plainPhoto(1, 2, 3).bytes, true],
  ['a segment of another kind', jpeg(413, 531, 'JFIF\0'), true],
  ['one that a camera may have turned', jpeg(413, 531, 'Exif\0\0'), false],
  ['too wide', jpeg(640, 480, ''), false],
  ['too large a file', jpeg(413, 531, '', 300_000), false],
  ['no picture', new Uint8Array(50), false],
])('%s', (_name, bytes, finished) => {
  expect(isFinished(bytes, RATIO)).toBe(finished);
});
