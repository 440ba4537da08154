import { isInForce } from '../../records/in-force.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import type { Patch } from '../../records/types.ts';

/** What a change of the settings does to everybody. */
export interface SettingsEffect {
  /** People in force whose age becomes another one. */
  readonly ages: number;
  readonly errors: readonly [before: number, after: number];
  readonly warnings: readonly [before: number, after: number];
  /** Records without a year, into which that of the old date is written. */
  readonly years: number;
  readonly villages: { readonly added: number; readonly removed: number };
}

/** Tries a change of the settings on all records and takes it back. */
export function settingsEffect(store: RecordStore, patch: Patch): SettingsEffect {
  store.check(() => true);
  const people = store.ids('person').filter((id) => isInForce(store, 'person', id));
  const ages = (): string[] => people.map((id) => store.text('person', id, 'age'));
  const [age, { errors, warnings }] = [ages(), store.totals];
  const after = store.rehearse(patch, () => ({
    age: ages(),
    errors: store.totals.errors,
    warnings: store.totals.warnings,
  }));
  const count = (op: 'insert' | 'remove'): number => patch.filter((change) => change.op === op).length;
  return {
    ages: age.filter((was, at) => was !== after.age[at]).length,
    errors: [errors, after.errors],
    warnings: [warnings, after.warnings],
    years: patch.filter((change) => change.op === 'update' && 'year' in change.set).length,
    villages: { added: count('insert'), removed: count('remove') },
  };
}
