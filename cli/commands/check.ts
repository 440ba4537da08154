import { isIsoDay, localDay } from '../../formulas/calendar.ts';
import { textOf } from '../../records/value.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import { LEFT_OUT } from '../../xlsx/locale/zh-CN.ts';
import type { CheckedRecord, CheckedSheet } from '../../xlsx/recognise/check-workbook.ts';
import { linePlace } from '../../xlsx/recognise/line-place.ts';
import type { Command, Io } from '../command.ts';
import { CHECK_WORDS, SEVERITY_WORDS } from '../locale/check.zh-CN.ts';
import { readOptions } from '../options.ts';
import { usablePacks } from '../packs.ts';
import { refuse, refuseCall } from '../refuse.ts';
import type { FileAnswer } from '../workers/check-file.ts';
import { checkFiles } from '../workers/check-files.ts';
import { type FileReport, fileReport, type Summary, summarise } from './check-report.ts';
import { findWorkbooks } from './find-workbooks.ts';
import { passFiles, passNotes } from './pass-notes.ts';

/**
 * `check FILE|FOLDER… [--as-of YYYY-MM-DD] [--json]`: reads workbooks as they were mailed up and says what is wrong
 * with the people in them, cell by cell. Each file is judged by itself.
 * Exit code 0: no errors; 1: errors found; 2: unusable call, or a file that cannot be read or holds no roster.
 */
export const check: Command = {
  run: async (args, io) => {
    const options = readOptions(args, { values: ['--as-of'], flags: ['--json'] });
    if (!options.ok) return refuseCall(io, options.error, CHECK_WORDS.usage);
    const { words, values, flags } = options.value;
    if (words.length === 0) return refuseCall(io, undefined, CHECK_WORDS.usage);
    const asOf = values.get('--as-of') ?? localDay();
    if (!isIsoDay(asOf)) return refuse(io, CHECK_WORDS.badDate(asOf));
    const { files, missing, ...others } = await findWorkbooks(words);
    const [lost] = missing;
    if (lost !== undefined) return refuse(io, CHECK_WORDS.missing(lost));
    const unread = passFiles(others, io);
    if (files.length === 0) return refuse(io, CHECK_WORDS.nothing);
    const packs = (await usablePacks(io)).map((loaded) => loaded.pack);
    const json = flags.has('--json');
    const progress = (done: number): void => io.err(`\r${CHECK_WORDS.progress(done, files.length)}`);
    const setup = { packs, settings: { county: '', unit: '', level: 'township', asOf } } as const;
    const show = io.terminal && files.length > 1;
    const checked = await checkFiles(files, setup, show ? { onProgress: progress } : {});
    if (show) io.err('\n');
    const { answers, passed: notes } = passNotes(checked, words, io);
    const passed = [...unread, ...notes];
    const reports = answers.map(({ file, result }) => fileReport(file, result, json));
    if (!json) for (const [at, report] of reports.entries()) sayChecked(io, report, answers[at]?.result);
    const summary = summarise(reports);
    if (json)
      io.out(`${JSON.stringify({ files: reports, summary, ...(passed.length > 0 ? { passed } : {}) }, null, 1)}\n`);
    else sayEnd(io, summary);
    return summary.unreadable > 0 ? 2 : summary.errors > 0 ? 1 : 0;
  },
};

function sayChecked(io: Io, report: FileReport, result: FileAnswer['result'] | undefined): void {
  sayFile(io, report);
  if (!result?.ok) return;
  const { sheets, pack } = result.checked;
  for (const sheet of sheets) {
    sayUnclear(io, sheet);
    for (const record of sheet.records) sayChildren(io, record, pack);
  }
}

/** What a form says beside the person: how many trainings, reviews and the like were read. */
function sayChildren(io: Io, { record, children = [] }: CheckedRecord, { entities }: Pack): void {
  if (children.length === 0) return;
  const counts = entities.flatMap(({ key, label }) => {
    const count = children.filter(({ entity }) => entity === key).length;
    return count === 0 ? [] : [`${label} ${count}`];
  });
  if (counts.length > 0) io.out(`${CHECK_WORDS.children(textOf(record.name), counts.join('，'))}\n`);
}

function sayFile(io: Io, report: FileReport): void {
  io.out(`${report.file}\n`);
  for (const { sheet, message } of report.passed ?? []) io.out(`${CHECK_WORDS.passed(sheet, message)}\n`);
  if (report.error !== undefined) io.out(`  ${report.error.message}\n`);
  for (const sheet of report.sheets) {
    io.out(`${CHECK_WORDS.sheet(sheet.sheet, sheet.records.length)}\n`);
    if (sheet.issues.length === 0) io.out(`${CHECK_WORDS.clean}\n`);
    for (const issue of sheet.issues) {
      io.out(`    ${issue.cell} ${SEVERITY_WORDS[issue.severity]}：${issue.message}\n`);
    }
  }
}

/** Titles, totals and signatures are expected; a row that may be a person is not passed over in silence. */
function sayUnclear(io: Io, { leftOut, transposed }: CheckedSheet): void {
  for (const { row, reason, text } of leftOut) {
    if (reason === 'unclear' || reason === 'example' || reason === 'vacant') {
      io.out(`${CHECK_WORDS.leftOut(linePlace({ row, transposed }), LEFT_OUT[reason], text.slice(0, 60))}\n`);
    }
  }
}

function sayEnd(io: Io, summary: Summary): void {
  io.out(
    `${CHECK_WORDS.summary(summary.files, summary.records, summary.errors, summary.warnings, summary.unreadable)}\n`,
  );
}
