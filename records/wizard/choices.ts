import type { Field } from '../../sheets-templates/schema.ts';
import type { WizardField } from '../../sheets-templates/wizard-schema.ts';
import { choicesOf } from '../compile.ts';
import { idsInForce } from '../in-force.ts';
import type { RecordStore } from '../store.contract.ts';
import type { DataRecord } from '../types.ts';
import { textOf } from '../value.ts';
import type { Conditions } from './conditions.ts';

/** What a field offers for a record: the groups whose condition holds, else everything; or the values of a list. */
export function offered(
  store: RecordStore,
  conditions: Conditions,
  entity: string,
  ask: WizardField,
  spec: Field,
  record: DataRecord,
): readonly string[] {
  if (ask.list) {
    const { entity: of, field } = ask.list;
    const listed = distinct(store, of, field);
    // Without a list the values that are there already are the next best thing.
    return listed.length > 0 ? listed : distinct(store, entity, spec.key);
  }
  const groups = (spec.choiceGroups ?? []).filter(({ when }) => conditions.holds(entity, when, record));
  const apt = [...(spec.choices ?? []), ...groups.flatMap(({ choices }) => choices)];
  return apt.length > 0 && groups.length > 0 ? [...new Set(apt)] : choicesOf(spec);
}

/** What comes along with a value of a list, where the list leaves no doubt: the township of a village. */
export function alongWith(store: RecordStore, ask: WizardField, text: string): Readonly<Record<string, string>> {
  if (!ask.list || text === '') return {};
  const { entity, field, also } = ask.list;
  const found = store.ids(entity).filter((id) => store.text(entity, id, field) === text);
  const texts = Object.entries(also).map(([own, of]): [string, readonly string[]] => [
    own,
    [...new Set(found.map((id) => store.text(entity, id, of)))],
  ]);
  return Object.fromEntries(texts.flatMap(([own, [only, more]]) => (only && more === undefined ? [[own, only]] : [])));
}

function distinct(store: RecordStore, entity: string, field: string): readonly string[] {
  const texts = idsInForce(store, entity).map((id) => textOf(store.get(entity, id)?.[field]));
  return [...new Set(texts)].filter((text) => text !== '');
}
