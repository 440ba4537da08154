import { isNote } from '../../xlsx/read/received-kind.ts';
import type { Io } from '../command.ts';
import { CHECK_WORDS } from '../locale/check.zh-CN.ts';
import type { FileAnswer } from '../workers/check-file.ts';

/**
 * Leaves out the .txt files of folders that are no tables (说明.txt among the workbooks), and names them beside the result.
 * @param named the files that the call names itself: those are answered for
 */
export function passNotes(answers: readonly FileAnswer[], named: readonly string[], io: Io): readonly FileAnswer[] {
  const notes = answers.filter(({ file, result }) => isNote(file) && !result.ok && !named.includes(file));
  if (notes.length === 0) return answers;
  io.err(`${CHECK_WORDS.notes(notes.map(({ file }) => file))}\n`);
  return answers.filter((answer) => !notes.includes(answer));
}
