import { resolve } from 'node:path';
import { isIsoDay, localDay } from '../../formulas/calendar.ts';
import { newProject } from '../../records/store.ts';
import type { Settings } from '../../records/types.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import { exportTable } from '../../xlsx/export/export-table.ts';
import { spliceMessage } from '../../xlsx/export/locale/zh-CN.ts';
import { mergeBook } from '../../xlsx/problems/merge-book.ts';
import { problemWorkbook } from '../../xlsx/problems/problem-book.ts';
import { rememberedAnswers } from '../../xlsx/recognise/column-answers.ts';
import { sayBrokenRules } from '../broken-rules.ts';
import type { Command, Io } from '../command.ts';
import { CHECK_WORDS } from '../locale/check.zh-CN.ts';
import { MERGE_WORDS } from '../locale/merge.zh-CN.ts';
import { words as shared } from '../locale/zh-CN.ts';
import { readOptions } from '../options.ts';
import { usablePacks } from '../packs.ts';
import { refuse, refuseCall } from '../refuse.ts';
import { checkFiles } from '../workers/check-files.ts';
import { writeWhole } from '../write-whole.ts';
import { linksFrom } from './file-links.ts';
import { findWorkbooks } from './find-workbooks.ts';
import { rememberedColumns } from './merge-columns.ts';
import { type ProjectAnswer, readProjectFile } from './merge-project.ts';
import { type MergeReport, mergeReport } from './merge-report.ts';
import { runMerge } from './merge-run.ts';
import { sayMerge } from './merge-say.ts';
import { gather } from './merge-sources.ts';
import { type PassedFile, passFiles, passNotes } from './pass-notes.ts';

interface Call {
  readonly files: readonly string[];
  /** Files of folders that are not read. */
  readonly passed: readonly PassedFile[];
  /** What the call itself names: files and folders. */
  readonly named: readonly string[];
  readonly target: string;
  readonly problems: string | undefined;
  readonly save: string | undefined;
  readonly project: Extract<ProjectAnswer, { ok: true }> | undefined;
  readonly settings: Settings;
  readonly json: boolean;
  /** Whether what the project remembers of senders' columns is used, or only told. */
  readonly columns: boolean;
}

/**
 * `merge FILE|FOLDER… -o OUT.xlsx [--project P.json] [--problems P.xlsx] [--save DATA.json] [--columns] [--as-of D]
 * [--json]`: one official roster of what was mailed up, forms too; `--columns` reads senders' columns as the project remembers them; `--save` writes the merged project with what no roster has a column for. Differences about one person are not decided here: both stay, and are reported.
 * Exit code 0: clean; 1: errors or open differences (the result is written all the same); 2: unusable call, or a file
 * that cannot be read or holds no roster (the others are merged all the same).
 */
export const merge: Command = {
  run: async (args, io) => {
    const options = readOptions(args, {
      values: ['-o', '--project', '--problems', '--save', '--as-of'],
      flags: ['--json', '--columns'],
    });
    if (!options.ok) return refuseCall(io, options.error, MERGE_WORDS.usage);
    const { words, values, flags } = options.value;
    const target = values.get('-o');
    if (words.length === 0 || target === undefined) return refuseCall(io, undefined, MERGE_WORDS.usage);
    const asOf = values.get('--as-of');
    if (asOf !== undefined && !isIsoDay(asOf)) return refuse(io, CHECK_WORDS.badDate(asOf));
    const problems = values.get('--problems');
    const save = values.get('--save');
    const projectFile = values.get('--project');
    const outputs = [target, problems ?? target, save ?? target];
    const found = await findFiles(words, outputs, projectFile === undefined ? [] : [projectFile], io);
    if (!found.ok) return refuse(io, found.message);
    const packs = await usablePacks(io);
    const project = projectFile === undefined ? undefined : await readProjectFile(projectFile, packs);
    if (project?.ok === false) return refuse(io, project.message);
    if (project !== undefined) sayBrokenRules(io, projectFile ?? '', project.loaded.pack, project.store.settings);
    if (project !== undefined && asOf !== undefined) project.store.apply([{ op: 'settings', set: { asOf } }], 'load');
    const settings: Settings = project?.store.settings ?? {
      county: '',
      unit: '',
      level: 'township',
      asOf: asOf ?? localDay(),
    };
    return mergeFiles(
      {
        files: found.files,
        passed: found.passed,
        named: words,
        target,
        problems,
        save,
        project,
        settings,
        json: flags.has('--json'),
        columns: flags.has('--columns'),
      },
      packs,
      io,
    );
  },
};

type Found =
  | { readonly ok: true; readonly files: readonly string[]; readonly passed: readonly PassedFile[] }
  | { readonly ok: false; readonly message: string };

/** The files to merge. What is about to be written is no source, wherever it stands. */
async function findFiles(
  paths: readonly string[],
  outputs: readonly string[],
  project: readonly string[],
  io: Io,
): Promise<Found> {
  const written = new Set(outputs.map((file) => resolve(file)));
  const target = paths.find((path) => written.has(resolve(path)));
  if (target !== undefined) return { ok: false, message: MERGE_WORDS.sameFile(target) };
  const own = new Set([...written, ...project.map((file) => resolve(file))]);
  const { files, missing, pictures, strangers } = await findWorkbooks(paths);
  const [lost] = missing;
  if (lost !== undefined) return { ok: false, message: CHECK_WORDS.missing(lost) };
  const passed = passFiles({ pictures, strangers: strangers.filter((file) => !own.has(resolve(file))) }, io);
  const sources = files.filter((file) => !written.has(resolve(file)));
  for (const file of files) if (written.has(resolve(file))) io.err(`${MERGE_WORDS.skipped(file)}\n`);
  return sources.length === 0 ? { ok: false, message: CHECK_WORDS.nothing } : { ok: true, files: sources, passed };
}

async function mergeFiles(call: Call, packs: readonly LoadedPack[], io: Io): Promise<number> {
  const { files, target, project, settings } = call;
  const usable = project === undefined ? packs : [project.loaded];
  const progress = (done: number): void => io.err(`\r${CHECK_WORDS.progress(done, files.length)}`);
  const remembered = rememberedAnswers(settings);
  const setup = { packs: usable.map(({ pack }) => pack), settings, ...(call.columns ? { answers: remembered } : {}) };
  const checked = await checkFiles(files, setup, io.terminal ? { onProgress: progress } : {});
  if (io.terminal) io.err('\n');
  const { answers, passed: notes } = passNotes(checked, call.named, io);
  const passed = [...call.passed, ...notes];
  const gathered = gather(answers, project?.loaded.pack);
  const loaded = usable.find(({ pack }) => pack.id === gathered?.pack.id);
  if (gathered === undefined || loaded === undefined) return refuse(io, MERGE_WORDS.nothing);
  const run = runMerge(gathered, project?.store ?? newProject(loaded.pack, settings, []));
  const made = await exportTable(loaded, gathered.template, run.store);
  if (!made.ok) return refuse(io, spliceMessage(made.error));
  const saved = call.save === undefined ? {} : { saved: call.save };
  const columns = rememberedColumns(run, remembered, call.columns);
  const report = {
    ...mergeReport(target, made.value.rows, answers, run),
    columns,
    ...saved,
    ...(passed.length > 0 ? { passed } : {}),
  };
  try {
    await writeWhole(target, made.value.bytes);
    if (call.save !== undefined)
      await writeWhole(call.save, new TextEncoder().encode(JSON.stringify(run.store.toJson(), null, 1)));
    if (call.problems !== undefined) {
      const unread = report.files.flatMap(({ file, error }) => (error ? [{ file, reason: error.message }] : []));
      const book = mergeBook(run, unread, linksFrom(call.problems));
      await writeWhole(call.problems, await problemWorkbook(book));
    }
  } catch (error) {
    return refuse(io, shared.unwritable(target, error instanceof Error ? error.message : String(error)));
  }
  if (call.json) io.out(`${JSON.stringify(report, null, 1)}\n`);
  else sayMerge(io, report);
  return exitCode(report);
}

function exitCode({ files, errors, conflicts }: MergeReport): number {
  if (files.some(({ error }) => error !== undefined)) return 2;
  return errors > 0 || conflicts.length > 0 ? 1 : 0;
}
