import { planMerge } from '../../records/merge/plan.ts';
import { resolveMerge } from '../../records/merge/resolve.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import { applyMerge, type MergeRun } from '../../xlsx/problems/merge-run.ts';
import type { Gathered } from './merge-sources.ts';

/** A merge that the command line carried out on a store. */
export interface CliMerge extends MergeRun {
  readonly gathered: Gathered;
}

/** Merges what was gathered onto the store. */
export function runMerge(gathered: Gathered, store: RecordStore): CliMerge {
  const { pack, entity } = gathered;
  const plan = planMerge(
    store,
    pack,
    entity,
    gathered.sources.map(({ row }) => row),
  );
  const run = { gathered, store, plan, result: resolveMerge(store, plan) };
  applyMerge(run);
  return run;
}
