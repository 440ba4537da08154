import type { Severity } from '../../sheets-templates/schema.ts';
import { PROBLEM_WORDS as words } from './locale/zh-CN.ts';
import { type PlainCell, type PlainSheet, sheetPlace } from './plain-sheet.ts';
import { plainWorkbook } from './plain-workbook.ts';

/** A cell of a file that was sent; `url` opens the file. */
export interface FilePlace {
  readonly file: string;
  readonly url?: string;
  readonly sheet: string;
  readonly cell: string;
}

export interface ProblemLine {
  readonly place: FilePlace;
  readonly name: string;
  readonly field: string;
  readonly severity: Severity;
  readonly message: string;
  readonly value: string;
}

/** One side of a difference that nobody has decided. */
export interface ConflictLine {
  readonly name: string;
  readonly idNumber: string;
  readonly field: string;
  readonly value: string;
  readonly place: FilePlace;
  readonly date: string;
}

export interface LeftOutLine {
  readonly file: string;
  readonly sheet: string;
  /** 第 7 行 */
  readonly place: string;
  readonly reason: string;
  readonly text: string;
}

/** What a merge has to report; lists that are empty make no sheet, the first always does. */
export interface ProblemBook {
  readonly problems: readonly ProblemLine[];
  readonly conflicts: readonly ConflictLine[];
  readonly leftOut: readonly LeftOutLine[];
  readonly unread: readonly { readonly file: string; readonly url?: string; readonly reason: string }[];
  readonly silent: readonly { readonly township: string; readonly village: string }[];
  readonly absent: readonly {
    readonly township: string;
    readonly village: string;
    readonly name: string;
    readonly idNumber: string;
  }[];
}

/** The workbook that lists every issue with file, sheet, cell, message and a link to the place. */
export function problemWorkbook(book: ProblemBook): Promise<Uint8Array> {
  const sheets: PlainSheet[] = [
    list(words.problems, [28, 16, 9, 10, 16, 8, 56, 24], book.problems.map(problemRow)),
    list(words.conflicts, [10, 22, 16, 24, 28, 16, 9, 12], book.conflicts.map(conflictRow)),
    list(
      words.leftOut,
      [28, 16, 7, 28, 60],
      book.leftOut.map((l) => [l.file, l.sheet, l.place, l.reason, l.text]),
    ),
    list(
      words.unread,
      [36, 80],
      book.unread.map((u) => [fileCell(u.file, u.url), u.reason]),
    ),
    list(
      words.silent,
      [20, 20],
      book.silent.map((v) => [v.township, v.village]),
    ),
    list(
      words.absent,
      [16, 16, 10, 22, 44],
      book.absent.map((p) => [p.township, p.village, p.name, p.idNumber, words.absentNote]),
    ),
  ];
  return plainWorkbook(sheets.filter((sheet, n) => n === 0 || sheet.rows.length > 1));
}

function list(
  { sheet, header }: { readonly sheet: string; readonly header: readonly string[] },
  widths: readonly number[],
  rows: readonly (readonly (PlainCell | string)[])[],
): PlainSheet {
  const top = header.map((text): PlainCell => ({ text, look: 'header' }));
  return { name: sheet, widths, rows: [top, ...rows], frozen: 1 };
}

function problemRow({ place, name, field, severity, message, value }: ProblemLine): (PlainCell | string)[] {
  const look = severity === 'info' ? 'info' : severity;
  return [
    fileCell(place.file, place.url),
    place.sheet,
    placeCell(place),
    name,
    field,
    { text: words.severity[severity], look },
    message,
    value,
  ];
}

function conflictRow({ name, idNumber, field, value, place, date }: ConflictLine): (PlainCell | string)[] {
  return [name, idNumber, field, value, fileCell(place.file, place.url), place.sheet, placeCell(place), date];
}

function fileCell(file: string, url: string | undefined): PlainCell {
  return url === undefined ? { text: file } : { text: file, look: 'link', link: { file: url } };
}

function placeCell({ url, sheet, cell }: FilePlace): PlainCell {
  if (url === undefined || cell === '' || sheet === '') return { text: cell };
  return { text: cell, look: 'link', link: { file: url, place: sheetPlace(sheet, cell) } };
}
