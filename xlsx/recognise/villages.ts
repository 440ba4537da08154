import type { RecordStore } from '../../records/store.contract.ts';
import type { Change, DataRecord } from '../../records/types.ts';
import type { Pack } from '../../sheets-templates/schema.ts';

/** The villages that people name, in the order first seen. */
export class NamedVillages {
  readonly #seen = new Map<string, Set<string>>();
  readonly #named: { readonly township: string; readonly name: string }[] = [];

  note({ township, village }: DataRecord): void {
    if (typeof township !== 'string' || typeof village !== 'string' || township === '' || village === '') return;
    let seen = this.#seen.get(township);
    if (seen === undefined) {
      seen = new Set();
      this.#seen.set(township, seen);
    }
    if (seen.has(village)) return;
    seen.add(village);
    this.#named.push({ township, name: village });
  }

  /** Inserts for them, for packs that keep villages. */
  changes(store: RecordStore, pack: Pack): Change[] {
    if (!pack.entities.some((entity) => entity.key === 'village')) return [];
    return this.#named.flatMap((village, at) => store.edit('village', null, { ...village, order: String(at + 1) }));
  }
}

/** Inserts for the villages that people name. */
export function villageChanges(store: RecordStore, pack: Pack, people: Iterable<DataRecord>): Change[] {
  const villages = new NamedVillages();
  for (const person of people) villages.note(person);
  return villages.changes(store, pack);
}
