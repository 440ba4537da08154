import type { Pack } from '../../sheets-templates/schema.ts';
import { idsInForce } from '../in-force.ts';
import type { RecordStore } from '../store.contract.ts';
import type { Json } from '../types.ts';
import { textOf } from '../value.ts';
import type { Group, SourceRow, VillageName } from './types.ts';

/** Villages by township and name; a row that does not say its township counts for any village of that name. */
class Returned {
  readonly #pairs = new Set<string>();
  readonly #loose = new Set<string>();

  constructor(places: Iterable<VillageName>) {
    for (const { township, village } of places) {
      if (village === '') continue;
      if (township === '') this.#loose.add(village);
      else this.#pairs.add(JSON.stringify([township, village]));
    }
  }

  has(township: string, village: string): boolean {
    return this.#loose.has(village) || this.#pairs.has(JSON.stringify([township, village]));
  }
}

/** People in force of a village that was returned, whom no row names. */
export function absentPeople(
  store: RecordStore,
  entity: string,
  sources: readonly SourceRow[],
  named: ReadonlySet<string>,
): readonly string[] {
  const returned = new Returned(sources.map(({ record }) => placeOf(record)));
  return idsInForce(store, entity).filter((id) => {
    const record = store.get(entity, id);
    if (record === undefined || named.has(id)) return false;
    const { township, village } = placeOf(record);
    return village !== '' && returned.has(township, village);
  });
}

/** Villages of the project's list, in its order, from which nothing came: a form that names no village is its person's. */
export function silentVillages(
  store: RecordStore,
  pack: Pack,
  entity: string,
  sources: readonly SourceRow[],
  groups: readonly Pick<Group, 'rows' | 'existing'>[],
): readonly VillageName[] {
  const places = groups.flatMap(({ rows, existing: [known] }) =>
    rows.map((at) => {
      const { record, fallback } = sources[at] ?? {};
      const said = [record, fallback].find((place) => place !== undefined && textOf(place['village']) !== '');
      return placeOf(said ?? (known === undefined ? undefined : store.get(entity, known)));
    }),
  );
  const returned = new Returned(places);
  return villageList(store, pack).filter(({ township, village }) => !returned.has(township, village));
}

/** The project's list of villages; empty for packs without one. */
export function villageList(store: RecordStore, pack: Pack): readonly VillageName[] {
  if (!pack.entities.some(({ key }) => key === 'village')) return [];
  return idsInForce(store, 'village').map((id) => {
    const record = store.get('village', id);
    return { township: textOf(record?.township), village: textOf(record?.name) };
  });
}

/** The township of each village that the project's list and the rows name with one township only. */
export function townshipsByVillage(
  store: RecordStore,
  pack: Pack,
  sources: readonly SourceRow[],
): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { township, village } of [...villageList(store, pack), ...sources.map(({ record }) => placeOf(record))]) {
    if (township !== '' && village !== '') found.set(village, (found.get(village) ?? new Set()).add(township));
  }
  return new Map([...found].flatMap(([village, names]) => (names.size === 1 ? [[village, [...names][0] ?? '']] : [])));
}

function placeOf(record: Readonly<Record<string, Json>> | undefined): VillageName {
  return { township: textOf(record?.['township']), village: textOf(record?.['village']) };
}
