import type { Names } from '../formulas/language/lower.ts';
import type { Entity, Pack } from './schema.ts';
import { SETTING_LABELS } from './settings-keys.ts';

interface Named {
  readonly key: string;
  readonly label: string;
  readonly aliases?: readonly string[];
}

/** A label without its note in brackets: `年龄上限（周岁）` may be called 年龄上限. */
const short = (label: string): string => label.replace(/[（(][^（(]*[）)]$/u, '');

/** The names of a list → the key. A key goes before a label, a label before another word for it. */
function keysByName(list: readonly Named[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { key, label, aliases } of list)
    for (const name of [...(aliases ?? []), short(label)]) names.set(name, key);
  for (const { key, label } of list) names.set(label, key);
  for (const { key } of list) names.set(key, key);
  return names;
}

/** What the formulas of one entity may name: its fields, the parameters and settings, the other entities. */
export function namesOf(pack: Pick<Pack, 'entities' | 'parameters'>, entity: Entity): Names {
  // The reference to the owner can be named like a field: `ISBLANK([person])`.
  const fields = new Map(
    pack.entities.map(({ key, fields, parent }) => [
      key,
      keysByName(parent === undefined ? fields : [{ key: parent, label: parent }, ...fields]),
    ]),
  );
  const labels = new Map(
    pack.entities.map(({ key, fields }) => [key, fields.flatMap((field) => [field.label, field.key])]),
  );
  const entities = keysByName(pack.entities);
  const parameters = keysByName([...SETTING_LABELS, ...pack.parameters]);
  return {
    entity: entity.key,
    field: (of, name) => fields.get(of)?.get(name),
    fieldNames: (of) => labels.get(of) ?? [],
    hasChoices: (key) => {
      const field = entity.fields.find((candidate) => candidate.key === key);
      return field?.choices !== undefined || field?.choiceGroups !== undefined;
    },
    parameter: (name) => parameters.get(name),
    parameterNames: [...SETTING_LABELS, ...pack.parameters].flatMap(({ key, label }) => [short(label), key]),
    entityNamed: (name) => entities.get(name),
    entityNames: pack.entities.map(({ label }) => label),
  };
}
