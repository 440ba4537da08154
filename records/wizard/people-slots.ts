import type { WizardStep } from '../../sheets-templates/wizard-schema.ts';
import type { RecordStore } from '../store.contract.ts';
import type { DataRecord } from '../types.ts';
import { textOf } from '../value.ts';
import type { Conditions } from './conditions.ts';
import { addedKey, recordKey, rowKey, type Slot } from './slots.ts';
import type { WizardState } from './state.ts';

const BLANK: DataRecord = { id: '' };

/** The records of an entity that belong to a person, oldest first. */
export function recordsOf(store: RecordStore, entity: string, person: string): readonly DataRecord[] {
  return [...store.sharing(entity, 'person', person)].flatMap((id) => store.get(entity, id) ?? []);
}

interface LinesOf {
  readonly store: RecordStore;
  readonly conditions: Conditions;
  readonly state: WizardState;
  readonly step: WizardStep;
  readonly index: number;
  readonly entity: string;
  readonly person: string;
}

/**
 * The lines of a step for a person: under each row that stands there from the start its records (or a blank line), then
 * further records, then what was added by hand.
 */
export function lineSlots(lines: LinesOf): readonly Slot[] {
  const { store, conditions, state, step, index, entity, person } = lines;
  const values = Object.fromEntries(
    step.where.map(({ field, value }) => [field, conditions.text(entity, value, BLANK)]),
  );
  const records = recordsOf(store, entity, person).filter((record) =>
    step.where.every((match) => conditions.matched(entity, match, record) === values[match.field]),
  );
  const slot = (key: string, record: string | null, more: Partial<Slot> = {}): Slot => {
    return { key, entity, person, record, values, label: '', added: false, ...more };
  };
  const taken = new Set<string>();
  const slots = step.rows.flatMap((row, at): Slot[] => {
    const own = records.filter(
      (record) =>
        !taken.has(record.id) && Object.entries(row.values).every(([field, text]) => textOf(record[field]) === text),
    );
    for (const { id } of own) taken.add(id);
    if (own.length > 0) return own.map(({ id }) => slot(recordKey(index, id), id, { label: row.label }));
    return [slot(rowKey(index, person, at), null, { label: row.label, values: { ...values, ...row.values } })];
  });
  const others = records.filter(({ id }) => !taken.has(id)).map(({ id }) => slot(recordKey(index, id), id));
  const added = state.added
    .filter((line) => line.step === index && line.person === person)
    .map(({ id }) => slot(addedKey(id), null, { added: true }));
  return [...slots, ...others, ...lost(lines, slot), ...added];
}

/** Lines whose record is gone meanwhile: what was typed into them stands there as a new one. */
function lost(
  { store, state, index, entity }: LinesOf,
  slot: (key: string, record: string | null) => Slot,
): readonly Slot[] {
  if (state.people.length !== 1) return [];
  const start = recordKey(index, '');
  return Object.keys(state.typed)
    .filter((key) => key.startsWith(start) && store.get(entity, key.slice(start.length)) === undefined)
    .map((key) => slot(key, null));
}
