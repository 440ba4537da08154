import type { DataRecord } from '../types.ts';
import { stored } from './facts.ts';
import type { FieldChange, Variant } from './types.ts';

/** Where what was sent differs from a record of the project. */
export function changesOf(variant: Variant, current: DataRecord): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [field, to] of variant.facts) {
    const from = stored(current, field);
    if (from !== to) changes.push({ field, from, to, clears: to === '' });
  }
  return changes;
}
