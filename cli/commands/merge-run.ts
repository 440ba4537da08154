import { planMerge } from '../../records/merge/plan.ts';
import { resolveMerge } from '../../records/merge/resolve.ts';
import type { MergePlan, MergeResult } from '../../records/merge/types.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import type { DataRecord } from '../../records/types.ts';
import { villageChanges } from '../../xlsx/recognise/villages.ts';
import type { Gathered } from './merge-sources.ts';

/** A merge that was carried out on a store. */
export interface MergeRun {
  readonly gathered: Gathered;
  readonly store: RecordStore;
  readonly plan: MergePlan;
  readonly result: MergeResult;
}

/**
 * Merges what was gathered onto the store. Villages that nobody listed are those that people name, so that each is
 * judged over all files together.
 */
export function runMerge(gathered: Gathered, store: RecordStore): MergeRun {
  const { pack, entity } = gathered;
  const plan = planMerge(
    store,
    pack,
    entity,
    gathered.sources.map(({ row }) => row),
  );
  const result = resolveMerge(store, plan);
  store.apply(result.patch, 'merge');
  const keepsVillages = pack.entities.some(({ key }) => key === 'village');
  if (keepsVillages && store.ids('village').length === 0) {
    const people = store.ids(entity).flatMap((id): DataRecord[] => {
      const record = store.get(entity, id);
      return record === undefined ? [] : [record];
    });
    store.apply(villageChanges(store, pack, people), 'merge');
  }
  return { gathered, store, plan, result };
}

/** The first source row of each record of the result. */
export function firstSources({ result }: MergeRun): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const [at, outcome] of result.outcomes.entries()) {
    if ('conflict' in outcome) first.set(outcome.record, at);
  }
  return first;
}
