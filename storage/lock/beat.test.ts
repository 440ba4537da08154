import { expect, it } from 'vitest';
import { patience, readBeat, STALE_AFTER } from './beat.ts';

it('reads a sign of life, and nothing else', () => {
  expect(readBeat('{"owner":"a","beat":5}')).toEqual({ owner: 'a', beat: 5 });
  for (const text of [null, '', '{', '{"owner":""}', '{"owner":"a","beat":"5"}', '[]'])
    expect(readBeat(text)).toBeNull();
});

it('waits for a silent writer only until its last beat is stale', () => {
  const beat = { owner: 'a', beat: 10_000 };
  expect(patience(beat, 10_000)).toBe(STALE_AFTER);
  expect(patience(beat, 10_000 + STALE_AFTER - 1)).toBe(1);
  expect(patience(beat, 10_000 + STALE_AFTER)).toBe(0);
  expect(patience(beat, 0)).toBe(STALE_AFTER);
});
