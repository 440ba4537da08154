import { childChanges } from '../../records/merge/resolve-children.ts';
import { type Decisions, fieldKey, type MergePlan, type MergeResult } from '../../records/merge/types.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import { textOf } from '../../records/value.ts';
import { childFieldLabel, childTitle } from '../../xlsx/form/child-title.ts';
import { linePlace } from '../../xlsx/recognise/line-place.ts';
import { fill } from '../locale/zh-CN.ts';
import { MERGE } from './locale.zh-CN.ts';
import type { ChangeItem, ConflictItem } from './merge-view.ts';

/** Trainings, reviews and the like that two forms fill differently. */
export function childConflicts(plan: MergePlan, decisions: Decisions): ConflictItem[] {
  return plan.children.flatMap((group) =>
    group.conflicts.map(({ field, sides }): ConflictItem => {
      const [first] = group.variants;
      const person = plan.sources[first?.rows[0] ?? -1]?.record;
      const title = childTitle(plan.pack, group.entity, first?.record ?? { id: '' });
      return {
        id: fieldKey(group.key, field),
        group: group.key,
        field,
        label: `${title} ${childFieldLabel(plan.pack, group.entity, field)}`,
        name: textOf(person?.name),
        idNumber: textOf(person?.idNumber),
        villages: [],
        sides: sides.map(({ value, rows: [at] }) => {
          const source = plan.sources[at ?? -1];
          const line = source?.children?.find((c) => c.entity === group.entity && textOf(c.record[field]) === value);
          return {
            value,
            file: source?.file ?? '',
            place: source === undefined ? '' : linePlace(line ?? source),
            date: source?.date ?? '',
          };
        }),
        choice: decisions.settle?.get(group.key)?.get(field),
      };
    }),
  );
}

/** What forms would change in the project's trainings, reviews and the like. */
export function childChangeItems(store: RecordStore, plan: MergePlan, decisions: Decisions): ChangeItem[] {
  return plan.children.flatMap((group) => {
    const [variant, ...others] = group.variants;
    const current = group.existing === undefined ? undefined : store.get(group.entity, group.existing);
    if (variant === undefined || others.length > 0 || current === undefined) return [];
    const person = plan.sources[variant.rows[0] ?? -1]?.record;
    const title = childTitle(plan.pack, group.entity, current);
    return childChanges(variant, current).map(({ field, from, to }): ChangeItem => {
      const id = fieldKey(group.key, field);
      const label = `${title} ${childFieldLabel(plan.pack, group.entity, field)}`;
      const taken = decisions.refuseFields?.has(id) !== true;
      return { id, clears: false, name: textOf(person?.name), label, from, to, taken };
    });
  });
}

/** `培训新增 38、相同 2；…` for what came in forms; '' without any. */
export function recordsLine({ pack, children }: MergePlan, result: MergeResult): string {
  const lines = pack.entities.flatMap(({ key, label }) => {
    const kinds = children.flatMap((group) => (group.entity === key ? (result.children.get(group.key) ?? []) : []));
    const count = (kind: string): number => kinds.filter((one) => one === kind).length;
    if (kinds.length === 0) return [];
    const counts = Object.entries(MERGE.recordsOf).map(([kind, words]) => ({ words, n: count(kind) }));
    const said = counts.filter(({ n }) => n > 0).map(({ words, n }) => fill(words, { n }));
    return [`${label}${said.join('、')}`];
  });
  return lines.length === 0 ? '' : fill(MERGE.records, { list: lines.join('；') });
}
