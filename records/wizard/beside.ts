import type { WizardStep } from '../../sheets-templates/wizard-schema.ts';
import type { RecordStore } from '../store.contract.ts';
import type { DataRecord } from '../types.ts';
import { textOf } from '../value.ts';
import type { Conditions } from './conditions.ts';
import { recordsOf } from './people-slots.ts';

/**
 * The person's last record before the one in the making: the highest of those that are lower in the order of the
 * `before` fields (2017 · 2 before 2017 · 3), with the same `same` fields.
 */
export function recordBeside(
  store: RecordStore,
  conditions: Conditions,
  { beside }: WizardStep,
  entity: string,
  record: DataRecord,
  person: string,
): DataRecord | undefined {
  if (!beside) return undefined;
  const place = (of: DataRecord): readonly number[] =>
    beside.before.map((match) => Number(conditions.matched(entity, match, of)));
  const now = place(record);
  return recordsOf(store, entity, person)
    .filter((other) => beside.same.every((field) => textOf(other[field]) === textOf(record[field])))
    .filter((other) => compare(place(other), now) < 0)
    .reduce<DataRecord | undefined>(
      (last, other) => (last === undefined || compare(place(other), place(last)) >= 0 ? other : last),
      undefined,
    );
}

/** Below 0: the left one comes first. What is no number comes nowhere. */
function compare(left: readonly number[], right: readonly number[]): number {
  for (const [at, value] of left.entries()) {
    const difference = value - (right[at] ?? Number.NaN);
    if (difference !== 0) return difference;
  }
  return 0;
}
