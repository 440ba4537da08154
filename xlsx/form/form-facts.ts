import { isoYear } from '../../formulas/calendar.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import type { FormBinding } from '../../sheets-templates/form-binding.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import { childEntities, saidYear } from './section-records.ts';

/** By entity the key by which a record names whose it is: `training` → `person`. */
export function ownerKeys({ pack }: LoadedPack): ReadonlyMap<string, string> {
  return new Map(pack.entities.flatMap(({ key, parent }) => (parent === undefined ? [] : [[key, parent]])));
}

/** What is wrong with these people and with the records that their forms show. */
export function formIssues(
  loaded: LoadedPack,
  binding: FormBinding,
  store: RecordStore,
  ids: readonly string[],
): { readonly errors: number; readonly warnings: number } {
  const owners = ownerKeys(loaded);
  const entities = childEntities(binding);
  let [errors, warnings] = [0, 0];
  const count = (entity: string, of: Iterable<string>): void => {
    const counted = store.countIssues(entity, of);
    errors += counted.errors;
    warnings += counted.warnings;
  };
  count(binding.entity, ids);
  for (const id of ids)
    for (const entity of entities) count(entity, store.sharing(entity, owners.get(entity) ?? binding.entity, id));
  return { errors, warnings };
}

/** The years that any record of the forms says, and that of the reference date; the latest first. */
export function formYears(binding: FormBinding, store: RecordStore): readonly number[] {
  const years = new Set([isoYear(store.settings.asOf)]);
  for (const section of binding.sections) {
    for (const id of store.ids(section.entity)) {
      const record = store.get(section.entity, id);
      const year = record && saidYear(section, record);
      if (year !== undefined) years.add(year);
    }
  }
  return [...years].sort((a, b) => b - a);
}
