import { photoDataUrl } from '../records/photo/photo-text.ts';
import { drawnPng } from '../xlsx/form/png.ts';

const WIDTH = 140;
const HEIGHT = 180;

type Colour = readonly [red: number, green: number, blue: number];
const FACE: Colour = [226, 190, 162];
const HAIR: Colour = [52, 44, 42];

/** A drawn head and shoulders in the frame's 35:45, nobody's picture, as a data URL. @param cloth the jacket's colour */
export function samplePhoto(ground: Colour, cloth: Colour): string {
  const bytes = drawnPng(WIDTH, HEIGHT, 'rgb', (x, y) => colourAt(x, y, ground, cloth));
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
