import { expect, it } from 'vitest';
import { shiftOf } from './beside-sidebar.ts';

it('a card that would lie under the sidebar goes to the other side of its cell, or as far as there is room', () => {
  expect(shiftOf({ left: 700, right: 1000 }, 100, 1026)).toBe(0);
  expect(shiftOf({ left: 900, right: 1188 }, 98, 1026)).toBe(396);
  expect(shiftOf({ left: 300, right: 588 }, 98, 500)).toBe(88);
});
