import { drawnPng } from '../../xlsx/form/png.ts';

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
  return drawnPng(WIDTH, HEIGHT, 'greyAlpha', (x, y) => {
    const nearX = Math.min(x, WIDTH - 1 - x);
    const nearY = Math.min(y, HEIGHT - 1 - y);
    const inked = (nearX === 0 && nearY < CORNER) || (nearY === 0 && nearX < CORNER);
    return [GREY, inked ? 0xff : 0];
  });
}
