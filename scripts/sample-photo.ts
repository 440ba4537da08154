import { zlibSync } from 'fflate';
import { photoDataUrl } from '../records/photo/photo-text.ts';
import { crc32 } from '../xlsx/zip/crc32.ts';

const WIDTH = 140;
const HEIGHT = 180;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** 8 bits a channel, red green blue, not interlaced. */
const HEADER = [0, 0, 0, WIDTH, 0, 0, 0, HEIGHT, 8, 2, 0, 0, 0];

type Colour = readonly [red: number, green: number, blue: number];
const FACE: Colour = [226, 190, 162];
const HAIR: Colour = [52, 44, 42];

/** A drawn head and shoulders in the frame's 35:45, nobody's picture, as a data URL. @param cloth the jacket's colour */
export function samplePhoto(ground: Colour, cloth: Colour): string {
  const rows = new Uint8Array(HEIGHT * (1 + WIDTH * 3));
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) rows.set(colourAt(x, y, ground, cloth), y * (1 + WIDTH * 3) + 1 + x * 3);
  const pieces = [
    new Uint8Array(SIGNATURE),
    chunk('IHDR', new Uint8Array(HEADER)),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ];
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return photoDataUrl({ bytes, type: 'image/png' });
}

function colourAt(x: number, y: number, ground: Colour, cloth: Colour): Colour {
  const inside = (cx: number, cy: number, rx: number, ry: number): boolean =>
    ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1;
  if (inside(70, 80, 31, 40)) return y < 58 && inside(70, 68, 34, 42) ? HAIR : FACE;
  if (inside(70, 66, 35, 38)) return HAIR;
  if (inside(70, 122, 14, 22)) return FACE;
  return inside(70, 186, 66, 56) ? cloth : ground;
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
