import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CropFrame, firstFrame, movedFrame, scaledFrame } from './crop-frame.ts';

const RATIO = 35 / 45;

test('the first frame is as large as it can be, in the middle, a little above', () => {
  expect(firstFrame({ width: 350, height: 450 }, RATIO)).toEqual({ left: 0, top: 0, width: 350, height: 450 });
  const wide = firstFrame({ width: 1000, height: 450 }, RATIO);
  expect([wide.left, wide.top, wide.width]).toEqual([325, 0, 350]);
  const tall = firstFrame({ width: 350, height: 950 }, RATIO);
  expect([tall.left, tall.width, tall.height]).toEqual([0, 350, 450]);
  expect(tall.top).toBeGreaterThan(0);
  expect(tall.top).toBeLessThan(250);
});

test('wherever it is moved and however it is scaled, it stays inside and keeps its ratio', () => {
  const side = fc.integer({ min: 40, max: 5000 });
  const step = fc.oneof(
    fc.record({ right: fc.integer({ min: -4000, max: 4000 }), down: fc.integer({ min: -4000, max: 4000 }) }),
    fc.record({ factor: fc.double({ min: 0.05, max: 20, noNaN: true }) }),
  );
  fc.assert(
    fc.property(side, side, fc.array(step, { maxLength: 12 }), (width, height, steps) => {
      const picture = { width, height };
      let frame: CropFrame = firstFrame(picture, RATIO);
      for (const next of steps)
        frame =
          'factor' in next
            ? scaledFrame(picture, frame, next.factor)
            : movedFrame(picture, frame, next.right, next.down);
      const slack = 1e-6 * Math.max(width, height);
      expect(Math.min(frame.left, frame.top)).toBeGreaterThanOrEqual(0);
      expect(frame.left + frame.width).toBeLessThanOrEqual(width + slack);
      expect(frame.top + frame.height).toBeLessThanOrEqual(height + slack);
      expect(frame.width / frame.height).toBeCloseTo(RATIO, 6);
      expect(frame.width).toBeGreaterThan(0);
    }),
  );
});

test('moving by so much and back is where it was, scaling keeps the middle', () => {
  const picture = { width: 1000, height: 1000 };
  const small = scaledFrame(picture, firstFrame(picture, RATIO), 0.5);
  const moved = movedFrame(picture, small, 10, -5);
  expect([moved.left - small.left, moved.top - small.top]).toEqual([10, -5]);
  const first = firstFrame(picture, RATIO);
  expect(small.left + small.width / 2).toBeCloseTo(first.left + first.width / 2);
});
