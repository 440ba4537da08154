import { type Day, parseIsoDay, serialDay } from './calendar.ts';
import type { Value } from './types.ts';
import { countedNumber } from './value.ts';

/** A date that a formula was given: a serial number, or a text `2017-11-30`. */
export function dayOf(value: Value | undefined): Day | undefined {
  const iso = typeof value === 'string' ? parseIsoDay(value) : undefined;
  if (iso) return iso;
  const n = countedNumber(value);
  return n === undefined || n < 0 || n > 2_958_465 ? undefined : serialDay(Math.floor(n));
}
