import type { RecordStore } from '../store.contract.ts';
import { textOf } from '../value.ts';
import { extraHeader } from './facts.ts';
import type { Choice, Group, MergePlan, Variant } from './types.ts';
import { withFields } from './variants.ts';

/** The one variant that a conflict comes to when every field of it is decided; `undefined` while one is open. */
export function settledVariant(
  group: Group,
  plan: MergePlan,
  store: RecordStore,
  choices: ReadonlyMap<string, Choice> | undefined,
): Variant | undefined {
  const [base, ...others] = group.variants;
  if (base === undefined || others.length === 0 || choices === undefined) return undefined;
  const facts = new Map(base.facts);
  let { record } = base;
  // What only the others say about undisputed fields.
  for (const other of others) {
    const added = [...other.facts].filter(([key]) => !facts.has(key));
    for (const [key, text] of added) facts.set(key, text);
    record = withFields(record, added, other.record);
  }
  for (const { field, sides } of group.conflicts) {
    const choice = choices.get(field);
    if (choice === undefined) return undefined;
    if ('text' in choice) {
      const text = typed(store, plan.entity, facts, field, choice.text);
      facts.set(field, text);
      record = withFields(record, [[field, text]], { id: '' });
      continue;
    }
    const side = sides[choice.side];
    const from = plan.sources[side?.rows[0] ?? -1];
    if (side === undefined || from === undefined) return undefined;
    facts.set(field, side.value);
    record = withFields(record, [[field, side.value]], from.record);
  }
  return { rows: base.rows, facts, record };
}

/** A typed text in its normal form; what it leans on (a birth month on the ID number) is what the record says. */
function typed(
  store: RecordStore,
  entity: string,
  facts: ReadonlyMap<string, string>,
  field: string,
  text: string,
): string {
  if (extraHeader(field) !== undefined || text.trim() === '') return text.trim();
  const around = [...facts].filter(([key, value]) => value !== '' && extraHeader(key) === undefined);
  const [insert] = store.edit(entity, null, { ...Object.fromEntries(around), [field]: text });
  return insert?.op === 'insert' ? textOf(insert.record[field]) : text.trim();
}
