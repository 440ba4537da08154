import { expect, it } from 'vitest';
import { retryDelay } from './retry.ts';

it('waits twice as long each time, at most half a minute', () => {
  expect([1, 2, 3, 6, 7, 8, 1000].map(retryDelay)).toEqual([500, 1000, 2000, 16_000, 30_000, 30_000, 30_000]);
});
