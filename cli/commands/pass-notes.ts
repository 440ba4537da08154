import { picturesPassed } from '../../xlsx/locale/zh-CN.ts';
import { isNote } from '../../xlsx/read/received-kind.ts';
import type { Io } from '../command.ts';
import { CHECK_WORDS } from '../locale/check.zh-CN.ts';
import type { FileAnswer } from '../workers/check-file.ts';

/** A file of a folder or archive that was not read, and why. */
export interface PassedFile {
  readonly file: string;
  readonly message: string;
}

/** Names the files that nobody reads beside the result: pictures, and what is no table by its name. */
export function passFiles(
  { pictures, strangers }: { readonly pictures: readonly string[]; readonly strangers: readonly string[] },
  io: Io,
): readonly PassedFile[] {
  if (pictures.length > 0) io.err(`${picturesPassed(pictures)}\n`);
  if (strangers.length > 0) io.err(`${CHECK_WORDS.strangers(strangers)}\n`);
  return [
    ...pictures.map((file) => ({ file, message: CHECK_WORDS.picture })),
    ...strangers.map((file) => ({ file, message: CHECK_WORDS.stranger })),
  ];
}

/**
 * Leaves out the .txt files of folders that are no tables (说明.txt among the workbooks), and names them beside the result.
 * @param named the files that the call names itself: those are answered for
 */
export function passNotes(
  answers: readonly FileAnswer[],
  named: readonly string[],
  io: Io,
): { readonly answers: readonly FileAnswer[]; readonly passed: readonly PassedFile[] } {
  const notes = answers.filter(({ file, result }) => isNote(file) && !result.ok && !named.includes(file));
  if (notes.length === 0) return { answers, passed: [] };
  io.err(`${CHECK_WORDS.notes(notes.map(({ file }) => file))}\n`);
  return {
    answers: answers.filter((answer) => !notes.includes(answer)),
    passed: notes.map(({ file }) => ({ file, message: CHECK_WORDS.note })),
  };
}
