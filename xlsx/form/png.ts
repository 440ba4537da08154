import { zlibSync } from 'fflate';
import { crc32 } from '../zip/crc32.ts';

const SIGNATURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What a PNG calls its kinds of pixels, by their channels of 8 bits each. */
const COLOUR_TYPE = { greyAlpha: 4, rgb: 2 } as const;
const CHANNELS = { greyAlpha: 2, rgb: 3 } as const;

/**
 * A drawn picture as a PNG (RFC 2083): 8 bits a channel, not interlaced, no filters.
 * @param colourAt the channels of a pixel, counted from the upper left corner
 */
export function drawnPng(
  width: number,
  height: number,
  kind: keyof typeof CHANNELS,
  colourAt: (x: number, y: number) => readonly number[],
): Uint8Array<ArrayBuffer> {
  const channels = CHANNELS[kind];
  const line = 1 + width * channels;
  const rows = new Uint8Array(height * line);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows.set(colourAt(x, y), y * line + 1 + x * channels);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, COLOUR_TYPE[kind], 0, 0, 0], 8);
  const pieces = [
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ];
  const file = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
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
