import { textOf } from '../../records/value.ts';
import { childFieldLabel, childTitle } from '../../xlsx/form/child-title.ts';
import type { ChildCount, ConflictReport } from './merge-report.ts';
import type { MergeRun } from './merge-run.ts';

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

/** Records that forms fill differently and nobody decided about: all of them stand. */
export function childConflicts({ plan, result, gathered }: MergeRun): ConflictReport[] {
  const open = new Set(result.open);
  return plan.children.flatMap((group): ConflictReport[] => {
    const [first] = group.variants;
    const person = plan.sources[first?.rows[0] ?? -1]?.record;
    if (!open.has(group.key) || first === undefined || person === undefined) return [];
    const title = childTitle(plan.pack, group.entity, first.record);
    const fields = group.conflicts.map(({ field, sides }) => ({
      field: `${group.entity}.${field}`,
      label: `${title} ${childFieldLabel(plan.pack, group.entity, field)}`,
      sides: sides.map(({ value, rows }) => ({
        value,
        places: rows.flatMap((at) => {
          const source = gathered.sources[at];
          if (source === undefined) return [];
          const { file, sheet, date, children = [] } = source.row;
          const line = children.find(
            (child) => child.entity === group.entity && textOf(child.record[field]) === value && value !== '',
          );
          return [
            { file, sheet, cell: line?.cells[field] ?? source.cells.at(source.row.row, 'name'), date: date ?? '' },
          ];
        }),
      })),
    }));
    return [{ name: textOf(person.name), idNumber: textOf(person.idNumber), villages: [], fields }];
  });
}
