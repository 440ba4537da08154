import { zlibSync } from 'fflate';
import { crc32 } from '../../xlsx/zip/crc32.ts';

/** Pixels of the placeholder, 35 : 45. */
const WIDTH = 140;
const HEIGHT = 180;
const CORNER = 16;
const GREY = 0xb0;

/**
 * A picture that holds the photo's place: four grey corners on nothing, so that the cell's text (照片) shows through.
 * PNG, 8 bits of grey and 8 of opacity per pixel.
 */
export function placeholderPicture(): Uint8Array {
  const rows = new Uint8Array(HEIGHT * (1 + WIDTH * 2));
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const nearX = Math.min(x, WIDTH - 1 - x);
      const nearY = Math.min(y, HEIGHT - 1 - y);
      const inked = (nearX === 0 && nearY < CORNER) || (nearY === 0 && nearX < CORNER);
      const at = y * (1 + WIDTH * 2) + 1 + x * 2;
      rows[at] = GREY;
      rows[at + 1] = inked ? 0xff : 0;
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, WIDTH);
  view.setUint32(4, HEIGHT);
  header.set([8, 4, 0, 0, 0], 8);
  const pieces = [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ];
  const file = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    file.set(piece, at);
    at += piece.length;
  }
  return file;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}
