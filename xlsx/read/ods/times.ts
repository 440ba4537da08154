import { MAX_ROW } from '../reference.ts';

/** How often an element stands there, as its attribute says: at least once. */
export function times(written: string | undefined): number {
  const number = Number.parseInt(written ?? '1', 10);
  return Number.isInteger(number) ? Math.min(MAX_ROW, Math.max(1, number)) : 1;
}
