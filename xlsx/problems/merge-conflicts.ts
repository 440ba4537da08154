import { textOf } from '../../records/value.ts';
import { childFieldLabel, childTitle } from '../form/child-title.ts';
import { shownValue } from '../recognise/shown-value.ts';
import { fieldLabels, type MergeRun } from './merge-run.ts';

/** What is said differently about one person, or about one record that belongs to them, and nobody decided. */
export interface ConflictReport {
  readonly name: string;
  readonly idNumber: string;
  readonly villages: readonly string[];
  readonly fields: readonly {
    readonly field: string;
    readonly label: string;
    readonly sides: readonly {
      readonly value: string;
      readonly places: readonly {
        readonly file: string;
        readonly sheet: string;
        readonly cell: string;
        readonly date: string;
      }[];
    }[];
  }[];
}

/** All differences that are open. */
export function openConflicts(run: MergeRun): ConflictReport[] {
  return [...conflicts(run), ...childConflicts(run)];
}

function conflicts(run: MergeRun): ConflictReport[] {
  const { plan, gathered, result } = run;
  const open = new Set(result.open);
  const labels = fieldLabels(run);
  return plan.groups.flatMap((group): ConflictReport[] => {
    const record = plan.sources[group.rows[0] ?? -1]?.record;
    if (!open.has(group.key) || record === undefined) return [];
    const fields = group.conflicts.map(({ field, sides }) => ({
      field,
      label: labels(field),
      sides: sides.map(({ value, rows }) => ({
        value: shownValue(value),
        places: rows.flatMap((at) => {
          const source = gathered.sources[at];
          if (source === undefined) return [];
          const { file, sheet, row, date } = source.row;
          return [{ file, sheet, cell: source.cells.at(row, field), date: date ?? '' }];
        }),
      })),
    }));
    return [{ name: textOf(record.name), idNumber: textOf(record.idNumber), villages: group.villages, fields }];
  });
}

/** Records that forms fill differently and nobody decided about: all of them stand. */
function childConflicts({ plan, result, gathered }: MergeRun): ConflictReport[] {
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
            {
              file,
              sheet: line?.sheet ?? sheet,
              cell: line?.cells[field] ?? source.cells.at(source.row.row, 'name'),
              date: date ?? '',
            },
          ];
        }),
      })),
    }));
    return [{ name: textOf(person.name), idNumber: textOf(person.idNumber), villages: [], fields }];
  });
}
