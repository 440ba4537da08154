import type { MergeRun } from '../../xlsx/problems/merge-run.ts';
import type { ChildCount } from './merge-report.ts';

/** How many records that belong to people were added and changed, by entity; those without any are not listed. */
export function childCounts({ plan, result }: MergeRun): ChildCount[] {
  const counts = new Map<string, { added: number; changed: number; unchanged: number; refused: number }>();
  for (const { key, entity } of plan.children) {
    const count = counts.get(entity) ?? { added: 0, changed: 0, unchanged: 0, refused: 0 };
    counts.set(entity, count);
    const outcome = result.children.get(key);
    if (outcome !== undefined) count[outcome]++;
  }
  return [...counts].map(([entity, count]) => ({
    entity,
    label: plan.pack.entities.find(({ key }) => key === entity)?.label ?? entity,
    ...count,
  }));
}
