import type { Pack } from '../../sheets-templates/schema.ts';
import { StoreError } from '../error.ts';
import type { RecordStore } from '../store.contract.ts';
import { textOf } from '../value.ts';
import { planChildren } from './children.ts';
import {
  type Directory,
  directoryOf,
  nameAndPhone,
  nameOf,
  push,
  type TellingFields,
  tellingFields,
} from './directory.ts';
import { comparedFields, computedFields, factsOf } from './facts.ts';
import { groupRows, type RawGroup } from './group-rows.ts';
import type { Facts, Group, MergePlan, Proposal, SourceRow } from './types.ts';
import { conflictsOf, foldVariants } from './variants.ts';
import { absentPeople, silentVillages } from './villages.ts';

/**
 * Compares what was mailed up with the project, person by person. Nothing changes; `resolveMerge` makes the patch.
 * @param joined Proposals that were accepted, by id.
 */
export function planMerge(
  store: RecordStore,
  pack: Pack,
  entityKey: string,
  sources: readonly SourceRow[],
  joined: ReadonlySet<string> = new Set(),
): MergePlan {
  const entity = pack.entities.find(({ key }) => key === entityKey);
  if (entity === undefined) throw new StoreError('unknown-entity', entityKey);
  const fields = comparedFields(entity);
  const computed = computedFields(entity);
  const facts = sources.map((row) => factsOf(row, fields, computed));
  const telling = tellingFields(entity);
  const directory = directoryOf(store, entity.key, telling);
  const raw = groupRows(sources, facts, store, entity.key, directory, telling, fields);
  const proposals = propose(raw, sources, directory, telling);
  joinProposed(raw, proposals, joined);
  const groups = [...raw.values()].map((group) => compared(group, sources, facts));
  return {
    pack,
    entity: entity.key,
    sources,
    groups,
    children: planChildren(store, pack, groups, sources),
    proposals: proposals.filter(({ id }) => !joined.has(id)),
    absent: absentPeople(store, entity.key, sources, new Set(groups.flatMap(({ existing }) => existing))),
    silent: silentVillages(store, pack, entity.key, sources, groups),
  };
}

function compared(group: RawGroup, sources: readonly SourceRow[], facts: readonly Facts[]): Group {
  const variants = foldVariants(group.rows, sources, facts);
  const villages = new Set<string>();
  for (const at of group.rows) {
    const record = sources[at]?.record;
    const village = textOf(record?.village);
    if (village !== '') villages.add(`${textOf(record?.township)} ${village}`.trim());
  }
  return {
    ...group,
    variants,
    conflicts: variants.length > 1 ? conflictsOf(variants, facts) : [],
    villages: villages.size > 1 ? [...villages] : [],
  };
}

/** Groups and people of the project that share name and phone. */
function propose(
  groups: ReadonlyMap<string, RawGroup>,
  sources: readonly SourceRow[],
  directory: Directory,
  telling: TellingFields,
): readonly Proposal[] {
  const pairs = new Map<string, string[]>();
  for (const group of groups.values()) {
    for (const pair of new Set(group.rows.map((at) => nameAndPhone(sources[at]?.record ?? { id: '' }, telling)))) {
      if (pair !== undefined) push(pairs, pair, group.key);
    }
  }
  const proposals: Proposal[] = [];
  for (const [pair, keys] of pairs) {
    const first = groups.get(keys[0] ?? '');
    const record = sources[first?.rows[0] ?? 0]?.record ?? { id: '' };
    const own = (directory.byPhone.get(pair) ?? []).map((id) => `record:${id}`);
    const known = new Set(keys.flatMap((key) => (groups.get(key)?.existing ?? []).map((id) => `record:${id}`)));
    const all = [...new Set([...own.filter((key) => !known.has(key)), ...keys])];
    for (const [left, right] of all.slice(1).map((key): [string, string] => [all[0] ?? '', key])) {
      const phone = telling.phone === undefined ? '' : textOf(record[telling.phone]);
      proposals.push({ id: JSON.stringify([left, right]), name: nameOf(record), phone, left, right });
    }
  }
  return proposals;
}

function joinProposed(
  groups: Map<string, RawGroup>,
  proposals: readonly Proposal[],
  joined: ReadonlySet<string>,
): void {
  const moved = new Map<string, string>();
  const now = (key: string): string => {
    const to = moved.get(key);
    return to === undefined ? key : now(to);
  };
  for (const { id, left, right } of proposals) {
    if (!joined.has(id)) continue;
    const [keep, go] = [now(left), now(right)];
    const gone = groups.get(go);
    if (keep === go || gone === undefined) continue;
    groups.delete(go);
    moved.set(go, keep);
    const kept = groups.get(keep);
    const existing = keep.startsWith('record:') && kept === undefined ? [keep.slice('record:'.length)] : [];
    if (kept === undefined) groups.set(keep, { key: keep, rows: gone.rows, existing: [...existing, ...gone.existing] });
    else {
      kept.rows.push(...gone.rows);
      kept.existing.push(...gone.existing);
    }
  }
}
