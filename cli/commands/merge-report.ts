import { changesOf } from '../../records/merge/changes.ts';
import type { Outcome } from '../../records/merge/types.ts';
import { textOf } from '../../records/value.ts';
import { LEFT_OUT } from '../../xlsx/locale/zh-CN.ts';
import { shownValue } from '../../xlsx/recognise/shown-value.ts';
import { LEFT_OUT_PERSON, MERGE_WORDS } from '../locale/merge.zh-CN.ts';
import type { FileAnswer } from '../workers/check-file.ts';
import { type FileReport, fileReport } from './check-report.ts';
import { childConflicts, childCounts } from './merge-children.ts';
import { firstSources, type MergeRun } from './merge-run.ts';

/** What `merge --json` prints. Rows and cells are those of the files as received. */
export interface MergeReport {
  readonly file: string;
  /** The 数据文件 that was written beside it, with everything the roster has no column for. */
  readonly saved?: string;
  /** People in the result. */
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  readonly files: readonly MergedFile[];
  /** Of forms: what became of trainings, reviews and the like, by entity. */
  readonly children: readonly ChildCount[];
  readonly conflicts: readonly ConflictReport[];
  readonly proposals: readonly { readonly name: string; readonly phone: string; readonly places: readonly string[] }[];
  readonly leftOut: readonly LeftOutReport[];
  readonly silent: readonly { readonly township: string; readonly village: string }[];
  readonly absent: readonly AbsentReport[];
  /** Blank cells that did not clear what the project holds. */
  readonly heldBack: readonly { readonly name: string; readonly field: string; readonly value: string }[];
  /** Columns of the senders' own, for which the official table has no place. */
  readonly extraColumns: readonly string[];
}

export interface ChildCount {
  readonly entity: string;
  readonly label: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Those of people who are no longer in force. */
  readonly refused: number;
}

export interface MergedFile {
  readonly file: string;
  readonly error?: { readonly code: string; readonly message: string };
  readonly people: number;
  readonly errors: number;
  readonly warnings: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly duplicates: number;
}

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

/** `person`: the row is somebody's; else it is a title, a total, a note. `of`: who speaks for the person. */
export interface LeftOutReport {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly person: boolean;
  readonly reason: string;
  readonly message: string;
  readonly text: string;
  readonly of?: string;
}

export interface AbsentReport {
  readonly township: string;
  readonly village: string;
  readonly name: string;
  readonly idNumber: string;
}

export function mergeReport(file: string, rows: number, answers: readonly FileAnswer[], run: MergeRun): MergeReport {
  const { store, plan, gathered } = run;
  const { errors, warnings } = store.totals;
  const extras = new Set<string>();
  for (const sheets of gathered.sheets.values())
    for (const { columns } of sheets)
      for (const { field, header } of columns) if (field === undefined && header !== '') extras.add(header);
  return {
    file,
    rows,
    errors,
    warnings,
    files: mergedFiles(answers, run),
    children: childCounts(run),
    conflicts: [...conflicts(run), ...childConflicts(run)],
    proposals: plan.proposals.map(({ name, phone, left, right }) => ({
      name,
      phone,
      places: [left, right].map((key) => groupPlace(run, key)),
    })),
    leftOut: leftOut(run),
    silent: plan.silent,
    absent: plan.absent.map((id) => {
      const record = store.get(plan.entity, id);
      const [township, village, name, idNumber] = ['township', 'village', 'name', 'idNumber'].map((key) =>
        textOf(record?.[key]),
      );
      return { township: township ?? '', village: village ?? '', name: name ?? '', idNumber: idNumber ?? '' };
    }),
    heldBack: heldBack(run),
    extraColumns: [...extras],
  };
}

function mergedFiles(answers: readonly FileAnswer[], run: MergeRun): MergedFile[] {
  const outcomes = new Map<string, Outcome[]>();
  for (const [at, outcome] of run.result.outcomes.entries()) {
    const file = run.plan.sources[at]?.file ?? '';
    outcomes.set(file, [...(outcomes.get(file) ?? []), outcome]);
  }
  return answers.map(({ file, result }) => {
    const own = outcomes.get(file) ?? [];
    const count = (...kinds: readonly Outcome['kind'][]): number =>
      own.filter(({ kind }) => kinds.includes(kind)).length;
    const issues = (run.gathered.sheets.get(file) ?? []).flatMap((sheet) => sheet.issues);
    const other = run.gathered.others.has(file) ? { code: 'other-pack', message: MERGE_WORDS.otherPack } : undefined;
    const error = errorOf(file, result) ?? other;
    return {
      file,
      ...(error === undefined ? {} : { error }),
      people: own.length,
      errors: issues.filter(({ severity }) => severity === 'error').length,
      warnings: issues.filter(({ severity }) => severity === 'warning').length,
      added: count('added'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      duplicates: count('identical', 'settled'),
    };
  });
}

function errorOf(file: string, result: FileAnswer['result']): FileReport['error'] {
  return result.ok ? undefined : fileReport(file, result).error;
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

/** A field's label; a sender's own column by its header. */
export function fieldLabels({ gathered }: MergeRun): (key: string) => string {
  const entity = gathered.pack.entities.find(({ key }) => key === gathered.entity);
  const labels = new Map((entity?.fields ?? []).map(({ key, label }) => [key, label]));
  return (key) => labels.get(key) ?? key.replace(/^extra:/, '');
}

function leftOut(run: MergeRun): LeftOutReport[] {
  const { plan, result, gathered } = run;
  const rows: LeftOutReport[] = [];
  for (const [at, outcome] of result.outcomes.entries()) {
    const source = plan.sources[at];
    if (source === undefined || 'conflict' in outcome) continue;
    const of = outcome.of === null ? undefined : placeName(run, outcome.of);
    const { file, sheet, row, record } = source;
    const message = LEFT_OUT_PERSON[outcome.kind](of ?? '');
    const text = [record.village, record.name, record.idNumber].map(textOf).join(' ');
    rows.push({
      file,
      sheet,
      row,
      person: true,
      reason: outcome.kind,
      message,
      text,
      ...(of === undefined ? {} : { of }),
    });
  }
  for (const [file, sheets] of gathered.sheets)
    for (const { sheet, leftOut: others } of sheets)
      for (const { row, reason, text } of others)
        rows.push({ file, sheet, row, person: false, reason, message: LEFT_OUT[reason], text });
  return rows;
}

function placeName({ plan }: MergeRun, at: number): string {
  const source = plan.sources[at];
  return source === undefined ? '' : `${source.file} ${source.sheet} 第 ${source.row} 行`;
}

function groupPlace(run: MergeRun, key: string): string {
  const at = run.plan.groups.find((group) => group.key === key)?.rows[0];
  return at === undefined ? MERGE_WORDS.inProject : placeName(run, at);
}

function heldBack(run: MergeRun): { name: string; field: string; value: string }[] {
  const { plan, store } = run;
  const labels = fieldLabels(run);
  const first = firstSources(run);
  return plan.groups.flatMap((group) =>
    group.variants.flatMap((variant) => {
      const id = [...first].find(([, at]) => at === variant.rows[0])?.[0];
      const record = id === undefined ? undefined : store.get(plan.entity, id);
      if (record === undefined) return [];
      const held = changesOf(variant, record).filter(({ clears }) => clears);
      return held.map(({ field, from }) => ({
        name: textOf(record.name),
        field: labels(field),
        value: shownValue(from),
      }));
    }),
  );
}
