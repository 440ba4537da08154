import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, startHarness } from '../../storage/browser/harness.node.ts';
import { pictureHeader } from './picture-header.ts';

/** Pictures through a real Chromium: what is drawn in the end, and what is refused. */

const at = (file: string): string => fileURLToPath(new URL(`./testing/${file}`, import.meta.url));
let harness: Harness;
let page: Page;

beforeAll(async () => {
  harness = await startHarness(at('entry.ts'));
  page = await harness.browser.newPage();
  await page.goto(harness.secureUrl);
  await page.waitForFunction(() => 'mingce' in globalThis);
  await page.evaluate(() => Object.assign(globalThis, { pipeline: globalThis.mingce }));
});
afterAll(() => harness.close());

/** Opens, cuts and looks at the middle of the upper and the lower part. */
const through = (bytes: Uint8Array) =>
  page.evaluate(
    async (list) => {
      const answer = await pipeline.openPicture(Uint8Array.from(list));
      if (!answer.ok) return answer;
      const { bitmap, animated } = answer.picture;
      const size = [bitmap.width, bitmap.height];
      const ratio = 35 / 45;
      const photo = await pipeline.makePhoto(bitmap, pipeline.firstFrame(bitmap, ratio), ratio);
      const back = await createImageBitmap(new Blob([new Uint8Array(photo.bytes)]));
      const canvas = new OffscreenCanvas(back.width, back.height);
      const context = canvas.getContext('2d');
      context?.drawImage(back, 0, 0);
      const colour = (part: number) =>
        [...(context?.getImageData(back.width / 2, Math.round(back.height * part), 1, 1).data ?? [])].slice(0, 3);
      return {
        size,
        animated,
        photo: [...photo.bytes],
        made: [back.width, back.height],
        colours: [colour(0.2), colour(0.8)],
      };
    },
    [...bytes],
  );

const isRed = ([red = 0, green = 0, blue = 0]: number[] = []): boolean => red > 150 && green < 90 && blue < 90;
const isBlue = ([red = 0, green = 0, blue = 0]: number[] = []): boolean => red < 90 && green < 90 && blue > 130;
const isWhite = (colour: number[] = []): boolean => colour.length === 3 && colour.every((part) => part > 240);

it.each([
  ['turned.jpg', isBlue, false],
  ['cmyk.jpg', isBlue, false],
  ['transparent.png', isWhite, false],
  ['moving.gif', isBlue, true],
] as const)('%s comes out upright, in its colours, 35 by 45', async (file, below, animated) => {
  const seen = await through(readFileSync(at(file)));
  if (!('made' in seen)) throw new Error(JSON.stringify(seen));
  expect(seen.size).toEqual([60, 90]);
  expect(seen.animated).toBe(animated);
  expect(seen.made).toEqual([60, 77]);
  expect([isRed(seen.colours[0]), below(seen.colours[1])]).toEqual([true, true]);
  expect(pictureHeader(Uint8Array.from(seen.photo))).toMatchObject({
    kind: 'jpeg',
    width: 60,
    height: 77,
    cmyk: false,
  });
});

it('a picture that ends too early is refused', async () => {
  const whole = readFileSync(at('cmyk.jpg'));
  expect(await through(readFileSync(at('transparent.png')).subarray(0, 60))).toEqual({
    ok: false,
    error: { code: 'broken' },
  });
  expect(await through(whole.subarray(0, 100))).toMatchObject({ ok: false });
});

it('a large and restless picture becomes at most 200 KB of 413 by 531', async () => {
  const seen = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(3000, 4000);
    const context = canvas.getContext('2d');
    const data = new ImageData(3000, 4000);
    for (let i = 0; i < data.data.length; i += 4) data.data.set([i * 7919, i * 104729, i * 1299709, 255], i);
    context?.putImageData(data, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.5 });
    const answer = await pipeline.openPicture(new Uint8Array(await blob.arrayBuffer()));
    if (!answer.ok) throw new Error(answer.error.code);
    const { bitmap } = answer.picture;
    const photo = await pipeline.makePhoto(bitmap, { left: 0, top: 0, width: 413, height: 531 }, 35 / 45);
    const back = await createImageBitmap(new Blob([new Uint8Array(photo.bytes)]));
    return {
      longest: Math.max(bitmap.width, bitmap.height),
      bytes: photo.bytes.length,
      made: [back.width, back.height],
    };
  });
  expect(seen).toMatchObject({ longest: 2400, made: [413, 531] });
  expect(seen.bytes).toBeLessThanOrEqual(200 * 1024);
});
