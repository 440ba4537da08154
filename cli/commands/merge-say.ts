import type { Io } from '../command.ts';
import { MERGE_WORDS as words } from '../locale/merge.zh-CN.ts';
import { words as shared } from '../locale/zh-CN.ts';
import type { MergeReport } from './merge-report.ts';

/** Why rows and sheets that were nobody's may have been somebody's. */
const TOLD: ReadonlySet<string> = new Set(['unclear', 'example', 'vacant', 'hiddenSheet']);

/** Says what a merge came to, file by file, then what has to be looked at. */
export function sayMerge(io: Io, report: MergeReport): void {
  for (const { file, error, people, errors, warnings, ...kinds } of report.files) {
    if (error !== undefined) {
      io.out(`${file}\n  ${error.message}\n`);
      continue;
    }
    io.out(`${words.file(file, people, errors, warnings)}\n`);
    io.out(`${words.outcomes(kinds.added, kinds.changed, kinds.unchanged, kinds.duplicates)}\n`);
  }
  const section = (title: string, lines: readonly string[]): void => {
    if (lines.length > 0) io.out(`${title}\n${lines.join('\n')}\n`);
  };
  section(
    words.conflictTitle,
    report.conflicts.flatMap(({ name, villages, fields }) => [
      ...(villages.length > 0 ? [words.twoVillages(name, villages.join('、'))] : []),
      ...fields.map(({ label, sides }) => {
        const said = sides.map(({ value, places: [first] }) => words.side(value, first?.file ?? '', first?.cell ?? ''));
        return words.conflict(name, label, said.join(' / '));
      }),
    ]),
  );
  section(
    words.proposalTitle,
    report.proposals.map(({ name, phone, places }) => words.proposal(name, phone, places.join(' / '))),
  );
  section(
    words.leftOutTitle,
    report.leftOut
      .filter(({ person, reason }) => (person && reason !== 'identical') || TOLD.has(reason))
      .map(({ file, sheet, place, message }) => words.leftOut(file, sheet, place, message)),
  );
  section(words.identicalTitle, identicalLines(report));
  section(
    words.heldBackTitle,
    report.heldBack.map(({ name, field, value }) => words.heldBack(name, field, value)),
  );
  section(
    words.absentTitle,
    report.absent.map(({ township, village, name }) => `  ${township} ${village} ${name}`),
  );
  section(
    words.silentTitle(report.silent.length),
    report.silent.map(({ township, village }) => `  ${township} ${village}`),
  );
  section(
    words.childTitle,
    report.children.map(({ label, added, changed, unchanged, refused }) =>
      words.child(label, added, changed, unchanged, refused),
    ),
  );
  if (report.children.length > 0 && report.saved === undefined) io.out(`${words.unsaved}\n`);
  section(
    words.columnsTitle(report.columns.every(({ applied }) => applied)),
    report.columns.map(({ file, sheet, columns }) =>
      words.columns(file, sheet, columns.map(({ header, label }) => words.column(header, label)).join('，')),
    ),
  );
  if (report.extraColumns.length > 0) io.out(`${words.extras(report.extraColumns)}\n`);
  io.out(
    `${words.summary(report.rows, report.files.length, report.errors, report.warnings)}\n${shared.written(report.file)}\n`,
  );
  if (report.saved !== undefined) io.out(`${shared.written(report.saved)}\n`);
}

/** A file that was sent twice is one line, not one for each of its people. */
function identicalLines({ leftOut }: MergeReport): string[] {
  const counts = new Map<string, number>();
  for (const { file, reason } of leftOut) if (reason === 'identical') counts.set(file, (counts.get(file) ?? 0) + 1);
  return [...counts].map(([file, people]) => words.identical(file, people));
}
