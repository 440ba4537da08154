import type { RecordStore } from '../store.contract.ts';
import type { Change, DataRecord } from '../types.ts';
import { textOf, withKeys } from '../value.ts';
import type { MergePlan } from './types.ts';
import { villageList } from './villages.ts';

/**
 * The step that brings people into the order of townships and villages, if they are not: the order of the project's
 * list, then of villages as first seen. Within a village nobody changes places.
 */
export function orderChange(
  store: RecordStore,
  { pack, entity }: Pick<MergePlan, 'pack' | 'entity'>,
  updates: readonly Change[],
  inserts: readonly DataRecord[],
): Change[] {
  const sets = new Map(updates.flatMap((change) => (change.op === 'update' ? [[change.id, change.set] as const] : [])));
  const before = store.ids(entity);
  const fresh = new Map(inserts.map((record) => [record.id, record]));
  const ranks = new Ranks();
  for (const { township, village } of villageList(store, pack)) ranks.of(township, village);
  const placed = [...before, ...fresh.keys()].map((id, at) => {
    const inserted = fresh.get(id);
    const current = inserted ?? store.get(entity, id) ?? { id };
    const set = sets.get(id);
    const record = set === undefined ? current : withKeys(current, set);
    const rank = ranks.of(textOf(record.township), textOf(record.village));
    return { id, at, rank };
  });
  placed.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.at - b.at);
  const kept = placed.every(({ at }, n) => at === n);
  return kept ? [] : [{ op: 'order', entity, ids: placed.map(({ id }) => id) }];
}

class Ranks {
  readonly #townships = new Map<string, { rank: number; villages: Map<string, number> }>();

  of(township: string, village: string): readonly [number, number] {
    let known = this.#townships.get(township);
    if (known === undefined) {
      known = { rank: this.#townships.size, villages: new Map() };
      this.#townships.set(township, known);
    }
    let rank = known.villages.get(village);
    if (rank === undefined) {
      rank = known.villages.size;
      known.villages.set(village, rank);
    }
    return [known.rank, rank];
  }
}
