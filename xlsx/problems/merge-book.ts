import type { Issue } from '../../records/types.ts';
import { textOf } from '../../records/value.ts';
import { PROBLEM_WORDS } from './locale/zh-CN.ts';
import { openConflicts } from './merge-conflicts.ts';
import { absentPeople, leftOutRows } from './merge-left-out.ts';
import { fieldLabels, firstSources, type MergeRun } from './merge-run.ts';
import type { FilePlace, ProblemBook, ProblemLine } from './problem-book.ts';

/**
 * The lists for 问题.xlsx: every issue of the result, at the cell of the file that it came from; what is only in the
 * result (the project's own people) at the result.
 * @param unread files that could not be read, with a sentence that says why
 * @param url the way to a file from where the list will lie
 */
export function mergeBook(
  run: MergeRun,
  unread: readonly { readonly file: string; readonly reason: string }[],
  url: (file: string) => string,
): ProblemBook {
  return {
    problems: [...problems(run, url), ...fileProblems(run, url)],
    conflicts: openConflicts(run).flatMap(({ name, idNumber, fields }) =>
      fields.flatMap(({ label, sides }) =>
        sides.flatMap(({ value, places }) =>
          places.map(({ file, sheet, cell, date }) => ({
            name,
            idNumber,
            field: label,
            value,
            place: { file, url: url(file), sheet, cell },
            date,
          })),
        ),
      ),
    ),
    leftOut: leftOutRows(run).map(({ file, sheet, place, message, text }) => ({
      file,
      sheet,
      place,
      reason: message,
      text,
    })),
    unread: unread.map(({ file, reason }) => ({ file, url: url(file), reason })),
    silent: run.plan.silent,
    absent: absentPeople(run),
  };
}

function problems(run: MergeRun, url: (file: string) => string): ProblemLine[] {
  const { store, plan, gathered } = run;
  const labels = fieldLabels(run);
  const first = firstSources(run);
  const village = new Map<string, string>();
  for (const id of store.ids(plan.entity)) {
    const record = store.get(plan.entity, id);
    const key = JSON.stringify([record?.township, record?.village]);
    if (!village.has(key)) village.set(key, id);
  }
  const lines: ProblemLine[] = [];
  for (const issue of store.issues()) {
    const record = store.get(issue.entity, issue.record);
    const own = issue.entity === plan.entity;
    // A village's issue stands at its first person.
    const person = own ? issue.record : village.get(JSON.stringify([record?.township, record?.name]));
    const field = !own && issue.field === 'name' ? 'village' : issue.field;
    const at = person === undefined ? undefined : first.get(person);
    const source = at === undefined ? undefined : gathered.sources[at];
    lines.push({
      place: source === undefined ? NOWHERE : placeOf(source, field, url),
      name: own ? textOf(record?.name) : '',
      field: labels(field),
      ...said(issue),
    });
  }
  return lines;
}

/** What only a file can be wrong about (a formula without its result, a fifth quarter), not the records made of it. */
function fileProblems({ gathered }: MergeRun, url: (file: string) => string): ProblemLine[] {
  const rules = new Set(gathered.pack.rules.map(({ id }) => id));
  const entities = new Map(gathered.pack.entities.map(({ key, fields }) => [key, fields]));
  const label = ({ entity, field }: Issue): string =>
    entities.get(entity)?.find(({ key }) => key === field)?.label ?? '';
  return [...gathered.sheets].flatMap(([file, sheets]) =>
    sheets.flatMap((sheet) => {
      const names = new Map(sheet.records.map(({ record }) => [record.id, textOf(record.name)]));
      return sheet.issues
        .filter(({ rule, severity }) => !rules.has(rule) && severity !== 'info')
        .map((issue) => ({
          place: { file, url: url(file), sheet: sheet.sheet, cell: issue.cell },
          name: names.get(issue.owner ?? issue.record) ?? '',
          field: label(issue),
          ...said(issue),
        }));
    }),
  );
}

const NOWHERE: FilePlace = { file: PROBLEM_WORDS.result, sheet: '', cell: '' };

function placeOf(
  { row, cells }: MergeRun['gathered']['sources'][number],
  field: string,
  url: (file: string) => string,
): FilePlace {
  return { file: row.file, url: url(row.file), sheet: row.sheet, cell: cells.at(row.row, field) };
}

function said({ severity, message, value }: Issue): Pick<ProblemLine, 'severity' | 'message' | 'value'> {
  return { severity, message, value };
}
