import { changesOf } from '../../records/merge/changes.ts';
import { textOf } from '../../records/value.ts';
import { type FileCounts, fileCounts } from '../../xlsx/problems/file-counts.ts';
import { type ConflictReport, openConflicts } from '../../xlsx/problems/merge-conflicts.ts';
import {
  type AbsentReport,
  absentPeople,
  type LeftOutReport,
  leftOutRows,
  placeName,
} from '../../xlsx/problems/merge-left-out.ts';
import { fieldLabels, firstSources } from '../../xlsx/problems/merge-run.ts';
import { shownValue } from '../../xlsx/recognise/shown-value.ts';
import { MERGE_WORDS } from '../locale/merge.zh-CN.ts';
import type { FileAnswer } from '../workers/check-file.ts';
import { type FileReport, fileReport } from './check-report.ts';
import { childCounts } from './merge-children.ts';
import type { RememberedColumns } from './merge-columns.ts';
import type { CliMerge } from './merge-run.ts';
import type { PassedFile } from './pass-notes.ts';

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
  /** Files of folders and archives that were not read, and why. */
  readonly passed?: readonly PassedFile[];
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
  /** Tables whose columns the project remembers otherwise than they were found. */
  readonly columns: readonly RememberedColumns[];
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

export interface MergedFile extends FileCounts {
  readonly file: string;
  readonly error?: { readonly code: string; readonly message: string };
}

export function mergeReport(
  file: string,
  rows: number,
  answers: readonly FileAnswer[],
  run: CliMerge,
): Omit<MergeReport, 'columns'> {
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
    conflicts: openConflicts(run),
    proposals: plan.proposals.map(({ name, phone, left, right }) => ({
      name,
      phone,
      places: [left, right].map((key) => groupPlace(run, key)),
    })),
    leftOut: leftOutRows(run),
    silent: plan.silent,
    absent: absentPeople(run),
    heldBack: heldBack(run),
    extraColumns: [...extras],
  };
}

function mergedFiles(answers: readonly FileAnswer[], run: CliMerge): MergedFile[] {
  const counts = fileCounts(run.plan, run.result);
  return answers.map(({ file, result }) => {
    const other = run.gathered.others.has(file) ? { code: 'other-pack', message: MERGE_WORDS.otherPack } : undefined;
    const error = errorOf(file, result) ?? other;
    return {
      file,
      ...(error === undefined ? {} : { error }),
      ...counts(file, run.gathered.sheets.get(file) ?? []),
    };
  });
}

function errorOf(file: string, result: FileAnswer['result']): FileReport['error'] {
  return result.ok ? undefined : fileReport(file, result, false).error;
}

function groupPlace(run: CliMerge, key: string): string {
  const at = run.plan.groups.find((group) => group.key === key)?.rows[0];
  return at === undefined ? MERGE_WORDS.inProject : placeName(run, at);
}

function heldBack(run: CliMerge): { name: string; field: string; value: string }[] {
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
