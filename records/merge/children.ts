import { isoYear } from '../../formulas/calendar.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import type { RecordStore } from '../store.contract.ts';
import { textOf } from '../value.ts';
import { type ChildKeys, childFacts, childKeys, shownText } from './child-keys.ts';
import { push } from './directory.ts';
import { matchLines, type Slot } from './match-children.ts';
import type { ChildGroup, ChildVariant, Facts, FieldConflict, Group, SourceRow } from './types.ts';
import { objectOf } from './variants.ts';

/** A slot with what forms say about it. */
interface Gathering extends Slot {
  readonly said: { readonly row: number; readonly facts: Facts; readonly variant: ChildVariant }[];
}

/** Compares what forms say beside the person's fields with the project and with each other, record by record. */
export function planChildren(
  store: RecordStore,
  pack: Pack,
  groups: readonly Group[],
  sources: readonly SourceRow[],
): readonly ChildGroup[] {
  if (!sources.some(({ children = [] }) => children.length > 0)) return [];
  const keys = childKeys(pack);
  const owned = new Map([...keys].map(([entity, { parent }]) => [entity, byOwner(store, entity, parent)]));
  return groups.flatMap((group) =>
    [...keys].flatMap(([entity, own]) => childGroups(group, entity, own, sources, store, owned.get(entity))),
  );
}

function byOwner(store: RecordStore, entity: string, parent: string): ReadonlyMap<string, readonly string[]> {
  const owned = new Map<string, string[]>();
  for (const id of store.ids(entity)) push(owned, textOf(store.get(entity, id)?.[parent]), id);
  return owned;
}

function childGroups(
  group: Group,
  entity: string,
  keys: ChildKeys,
  sources: readonly SourceRow[],
  store: RecordStore,
  owned: ReadonlyMap<string, readonly string[]> | undefined,
): ChildGroup[] {
  const forms = group.rows.map((at) => ({
    at,
    lines: (sources[at]?.children ?? []).filter((child) => child.entity === entity),
  }));
  if (!forms.some(({ lines }) => lines.length > 0)) return [];
  const year = String(isoYear(store.settings.asOf));
  const slots: Gathering[] = group.existing
    .flatMap((id) => owned?.get(id) ?? [])
    .map((id) => ({ ...childFacts(store.get(entity, id) ?? { id }, keys, year), existing: id, said: [] }));
  for (const { at, lines } of forms) {
    const wanted = lines.map(({ record, knownId }) => {
      const sent = childFacts({ ...record, ...objectOf(record, 'original') }, keys, year).facts;
      return { ...childFacts(record, keys, year), sent, knownId, record };
    });
    const found = matchLines(wanted, slots, keys);
    for (const [n, line] of wanted.entries()) {
      const known = found[n];
      if (known === 'same') continue;
      const slot = known ?? { fixed: line.fixed, facts: line.facts, existing: undefined, said: [] };
      if (known === undefined) slots.push(slot);
      const variant = { rows: [at], facts: line.facts, record: line.record, knownId: line.knownId };
      slot.said.push({ row: at, facts: line.facts, variant });
    }
  }
  return slots
    .filter(({ said }) => said.length > 0)
    .map(({ said, existing }, n): ChildGroup => {
      const variants = foldChildren(said.map(({ variant }) => variant));
      const conflicts = variants.length > 1 ? conflictsOf(variants, keys) : [];
      return { key: JSON.stringify([group.key, entity, n]), group: group.key, entity, existing, variants, conflicts };
    });
}

/** Forms that agree say one thing; it knows what any of them says. */
function foldChildren(all: readonly ChildVariant[]): ChildVariant[] {
  const folded: ChildVariant[] = [];
  for (const variant of all) {
    const at = folded.findIndex(({ facts }) =>
      [...variant.facts].every(([key, text]) => shownText(facts.get(key) ?? text) === shownText(text)),
    );
    const same = folded[at];
    if (same === undefined) folded.push(variant);
    else {
      const added = [...variant.facts].filter(([key]) => !same.facts.has(key));
      folded[at] = {
        rows: [...same.rows, ...variant.rows],
        facts: new Map([...same.facts, ...added]),
        record: { ...same.record, ...Object.fromEntries(added), id: same.record.id },
        knownId: same.knownId ?? variant.knownId,
      };
    }
  }
  return folded;
}

function conflictsOf(variants: readonly ChildVariant[], { more }: ChildKeys): FieldConflict[] {
  const fields = new Set(variants.flatMap(({ facts }) => [...facts.keys()]));
  return [...fields].flatMap((field): FieldConflict[] => {
    // A form without a place for the field does not say that it is blank.
    const asked = variants.filter(({ facts }) => facts.has(field) || !more.includes(field));
    const values = new Set(asked.map(({ facts }) => facts.get(field) ?? ''));
    if (values.size < 2) return [];
    const sides = [...values].map((value) => ({
      value,
      rows: asked.filter(({ facts }) => (facts.get(field) ?? '') === value).flatMap(({ rows }) => rows),
    }));
    return [{ field, sides }];
  });
}
