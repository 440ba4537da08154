import { expect, it } from 'vitest';
import { clockTime, dayTime } from './clock-time.ts';

it('says the time as it is written', () => {
  const at = new Date(2017, 10, 30, 4, 3, 9);
  expect(clockTime(at)).toBe('04:03:09');
  expect(dayTime(at, new Date(2017, 10, 30, 23, 59))).toBe('今天 04:03');
  expect(dayTime(at, new Date(2017, 11, 1, 0, 0))).toBe('昨天 04:03');
  expect(dayTime(at, new Date(2017, 11, 2, 0, 0))).toBe('2017-11-30 04:03');
});
