import type { RecordStore } from '../../records/store.contract.ts';
import type { Change, DataRecord } from '../../records/types.ts';
import type { Pack } from '../../sheets-templates/schema.ts';

/** Inserts for the villages that people name, in the order first seen, for packs that keep villages. */
export function villageChanges(store: RecordStore, pack: Pack, people: Iterable<DataRecord>): Change[] {
  if (!pack.entities.some((entity) => entity.key === 'village')) return [];
  const changes: Change[] = [];
  const seen = new Set<string>();
  let last = ['', ''];
  for (const { township, village } of people) {
    if (typeof township !== 'string' || typeof village !== 'string' || township === '' || village === '') continue;
    // People of one village stand together.
    if (last[0] === township && last[1] === village) continue;
    last = [township, village];
    const key = JSON.stringify([township, village]);
    if (seen.has(key)) continue;
    seen.add(key);
    changes.push(...store.edit('village', null, { township, name: village, order: String(seen.size) }));
  }
  return changes;
}
