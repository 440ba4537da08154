import type { ZipError, ZipErrorCode } from '../zip/read-zip.ts';
import type { Uncalculated } from './uncalculated.ts';

/** Why a workbook cannot be read. The words are in `xlsx/locale/zh-CN.ts`. */
export type ReadErrorCode =
  | ZipErrorCode
  | 'no-workbook'
  | 'web-page'
  | 'xlsb'
  | 'dtd'
  | 'bad-xml'
  | 'too-many-cells'
  | 'text-too-long';

export interface ReadError {
  readonly code: ReadErrorCode;
  /** The part of the container concerned, where there is one. */
  readonly part?: string;
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ReadError };

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

/** A cell that holds something. Cells without text are not kept, whatever their style. */
export interface Cell {
  /** 0-based: A is 0. */
  readonly column: number;
  /**
   * The text as displayed. Numbers by their number format, but with every digit the file has from 10^15 on, in
   * exponent form (`5.11425198501010E+17`), since such a number has lost digits. Dates as `1990-05-01`, whatever
   * their format, since what is displayed depends on the reader's country.
   */
  readonly text: string;
  readonly kind: CellKind;
}

export interface SheetRow {
  /** 1-based, as in the file. */
  readonly row: number;
  /** By column, ascending, one cell per column; never empty. */
  readonly cells: readonly Cell[];
}

/** A rectangle of cells, rows 1-based, columns 0-based, both ends included. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that hold something, ascending. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Area[];
  /** Formulas without a result, which nobody can know without calculating. */
  readonly uncalculated?: readonly Uncalculated[];
  /** Cells whose text is crossed out by their style. */
  readonly struck?: readonly Place[];
}

/** A cell, its row 1-based and its column 0-based. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** XML items that programs put beside the sheets (`customXml/item*.xml`), as text. */
  readonly customXml: readonly string[];
}

/** A cell of a spreadsheet holds at most this many characters. */
export const LONGEST_TEXT = 32_767;

/** More sheets than that no workbook has that a person made. */
export const MOST_SHEETS = 5_000;

/** A failure that a reader's inner loop gives up with; caught at the door and turned into a value. */
export class ReadFailure extends Error {
  constructor(readonly error: ReadError) {
    super(error.code);
  }
}

export function failure(code: ReadErrorCode, part?: string): ReadFailure {
  return new ReadFailure(part === undefined ? { code } : { code, part });
}

export function fromZip(error: ZipError): ReadFailure {
  return new ReadFailure(error);
}
