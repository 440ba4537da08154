import type { MergePlan, MergeResult, SourceRow } from '../../records/merge/types.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import type { DataRecord } from '../../records/types.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import type { CellFinder } from '../recognise/cell-of.ts';
import type { CheckedSheet } from '../recognise/check-workbook.ts';
import type { PassedSheet } from '../recognise/passed-sheets.ts';
import { villageChanges } from '../recognise/villages.ts';

/** A source with the way to its cells. */
export interface PlacedSource {
  readonly row: SourceRow;
  readonly cells: CellFinder;
}

/** What files of one pack hold about one entity. */
export interface GatheredFiles {
  readonly pack: Pack;
  readonly entity: string;
  /** In the order of the plan's sources. */
  readonly sources: readonly PlacedSource[];
  /** The sheets that hold the entity, by file. */
  readonly sheets: ReadonlyMap<string, readonly CheckedSheet[]>;
  /** The sheets that were not read, by file. */
  readonly passed: ReadonlyMap<string, readonly PassedSheet[]>;
}

/** A merge that was carried out on a store. */
export interface MergeRun {
  readonly gathered: GatheredFiles;
  readonly store: RecordStore;
  readonly plan: MergePlan;
  readonly result: MergeResult;
}

/**
 * Carries a merge out. Villages that nobody listed are those that people name, so that each is judged over all files
 * together.
 */
export function applyMerge({ store, plan, result }: MergeRun): void {
  const { pack, entity } = plan;
  store.apply(result.patch, 'merge');
  if (!pack.entities.some(({ key }) => key === 'village') || store.ids('village').length > 0) return;
  const people = store.ids(entity).flatMap((id): DataRecord[] => {
    const record = store.get(entity, id);
    return record === undefined ? [] : [record];
  });
  store.apply(villageChanges(store, pack, people), 'merge');
}

/** The first source row of each record of the result. */
export function firstSources({ result }: MergeRun): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const [at, outcome] of result.outcomes.entries()) {
    if ('conflict' in outcome) first.set(outcome.record, at);
  }
  return first;
}

/** A field's label; a sender's own column by its header. */
export function fieldLabels({ gathered }: MergeRun): (key: string) => string {
  const entity = gathered.pack.entities.find(({ key }) => key === gathered.entity);
  const labels = new Map((entity?.fields ?? []).map(({ key, label }) => [key, label]));
  return (key) => labels.get(key) ?? key.replace(/^extra:/, '');
}
