import { unzlibSync } from 'fflate';
import { expect, test } from 'vitest';
import { crc32 } from '../zip/crc32.ts';
import { drawnPng } from './png.ts';

test('pixels stand row by row in the one data chunk; every chunk carries its checksum', () => {
  const file = drawnPng(3, 2, 'greyAlpha', (x, y) => [10 * y + x, 255 - x]);
  const view = new DataView(file.buffer);
  const chunks = new Map<string, Uint8Array>();
  for (let at = 8; at < file.length; ) {
    const length = view.getUint32(at);
    const body = file.subarray(at + 4, at + 8 + length);
    expect(view.getUint32(at + 8 + length)).toBe(crc32(body));
    chunks.set(new TextDecoder().decode(body.subarray(0, 4)), body.subarray(4));
    at += 12 + length;
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
  expect([...(chunks.get('IHDR') ?? [])]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 4, 0, 0, 0]);
  const rows = unzlibSync(chunks.get('IDAT') ?? new Uint8Array());
  expect([...rows]).toEqual([0, 0, 255, 1, 254, 2, 253, 0, 10, 255, 11, 254, 12, 253]);
});
