import type { MergePlan, MergeResult } from '../../records/merge/types.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import { openProject } from '../../records/store.ts';
import { mergeBook } from '../../xlsx/problems/merge-book.ts';
import { applyMerge, type MergeRun } from '../../xlsx/problems/merge-run.ts';
import { problemWorkbook } from '../../xlsx/problems/problem-book.ts';
import { cellsOf } from '../../xlsx/recognise/cell-of.ts';
import { sourceRows } from '../../xlsx/recognise/source-rows.ts';
import { fileError, sheetsOf } from './merge-view.ts';
import type { ReadAnswer } from './read-protocol.ts';

/**
 * 问题清单: the workbook that the command line's `--problems` writes, of what merging would give as decided now. The
 * merge is carried out on a copy; the project stays as it is. Its links hold where the list lies beside what was sent.
 */
export function problemList(
  store: RecordStore,
  answers: readonly ReadAnswer[],
  plan: MergePlan,
  result: MergeResult,
): Promise<Uint8Array> {
  const copy = openProject(plan.pack, store.toJson());
  if (!copy.ok) throw new Error(`a project that does not open again: ${JSON.stringify(copy.error)}`);
  const run: MergeRun = { gathered: gathered(answers, plan), store: copy.store, plan, result };
  applyMerge(run);
  const unread = answers.flatMap((answer) => {
    const reason = fileError(answer, sheetsOf(answer, plan.entity));
    return reason === undefined ? [] : [{ file: answer.file, reason }];
  });
  const paths = new Map(answers.map(({ file, path = file }) => [file, path]));
  const url = (file: string): string => (paths.get(file) ?? file).split('/').map(encodeURIComponent).join('/');
  return problemWorkbook(mergeBook(run, unread, url));
}

function gathered(answers: readonly ReadAnswer[], { pack, entity }: MergePlan): MergeRun['gathered'] {
  const sheets = new Map(answers.map((answer) => [answer.file, sheetsOf(answer, entity)]));
  // In the order in which the plan was made of them.
  const sources = answers.flatMap((answer) => {
    const { result } = answer;
    if (!result.ok) return [];
    return (sheets.get(answer.file) ?? []).flatMap((sheet) => {
      const cells = cellsOf(sheet);
      return sourceRows(answer, { ...result.checked, sheets: [sheet] }).map((row) => ({ row, cells }));
    });
  });
  const passed = new Map(answers.map(({ file, result }) => [file, result.ok ? result.checked.others : []]));
  return { pack, entity, sources, sheets, passed };
}
