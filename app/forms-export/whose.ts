import { idsInForce } from '../../records/in-force.ts';
import type { RecordStore } from '../../records/store.contract.ts';

/** Whose forms: one person's, those of the selected rows, of a village or a township, or everybody's. */
export type Scope = 'one' | 'selected' | 'village' | 'township' | 'all';

/** A village or a township with its people, in the order of the roster. */
export interface Place {
  readonly township: string;
  /** Blank for a township. */
  readonly village: string;
  readonly ids: readonly string[];
}

/** Everybody in force, by village and by township, those first that stand first on the roster. */
export interface Everybody {
  readonly ids: readonly string[];
  readonly villages: readonly Place[];
  readonly townships: readonly Place[];
}

/** @param entity the form's, with fields `township` and `village` */
export function everybody(store: RecordStore, entity: string): Everybody {
  const ids = idsInForce(store, entity);
  const villages = new Map<string, { township: string; village: string; ids: string[] }>();
  const townships = new Map<string, { township: string; village: string; ids: string[] }>();
  for (const id of ids) {
    const township = store.text(entity, id, 'township');
    const village = store.text(entity, id, 'village');
    put(villages, JSON.stringify([township, village]), { township, village, ids: [id] });
    put(townships, township, { township, village: '', ids: [id] });
  }
  return { ids, villages: [...villages.values()], townships: [...townships.values()] };
}

function put(places: Map<string, { ids: string[] } & Place>, key: string, place: { ids: string[] } & Place): void {
  const known = places.get(key);
  if (known === undefined) places.set(key, place);
  else known.ids.push(...place.ids);
}
