import { RECORD } from '../records.ts';
import { makeCompound } from './compound-writer.ts';

/** Bytes of a BIFF stream put together by hand, for tests. */

export const u16 = (...values: readonly number[]): number[] => values.flatMap((v) => [v & 0xff, (v >> 8) & 0xff]);
export const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16((value >>> 16) & 0xffff)];
export const f64 = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];
/** Letters of two bytes each. */
export const wide = (text: string): number[] => u16(...[...Array(text.length).keys()].map((n) => text.charCodeAt(n)));
/** Letters of one byte each. */
export const narrow = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
/** A text of Excel 97 with its length in two bytes. */
export const text = (written: string): number[] => [...u16(written.length), 1, ...wide(written)];

export function record(id: number, ...content: readonly number[]): number[] {
  return [...u16(id, content.length), ...content];
}

/** Row and column from 0. */
export const cell = (id: number, row: number, column: number, style: number, ...content: readonly number[]): number[] =>
  record(id, ...u16(row, column, style), ...content);
export const label = (row: number, column: number, written: string, style = 0): number[] =>
  cell(RECORD.label, row, column, style, ...text(written));
export const number = (row: number, column: number, value: number, style = 0): number[] =>
  cell(RECORD.number, row, column, style, ...f64(value));
/** A formula with its last result in eight bytes and what it computes. */
export const formula = (
  row: number,
  column: number,
  result: readonly number[],
  tokens: readonly number[] = [],
): number[] => cell(RECORD.formula, row, column, 0, ...result, ...u16(0), ...u32(0), ...u16(tokens.length), ...tokens);
/** A table of strings, cut into records where told. */
export const strings = (count: number, ...parts: readonly (readonly number[])[]): number[] =>
  parts.flatMap((part, n) =>
    n === 0 ? record(RECORD.sharedStrings, ...u32(count), ...u32(count), ...part) : record(RECORD.continue, ...part),
  );
export const shared = (row: number, column: number, index: number): number[] =>
  cell(RECORD.sharedLabel, row, column, 0, ...u32(index));

/** Rows of texts, without blank ones. */
export const labels = (rows: readonly (readonly string[])[]): number[][] =>
  rows.flatMap((row, at) => row.flatMap((written, column) => (written === '' ? [] : [label(at, column, written)])));

export interface MadeSheet {
  readonly name: string;
  readonly cells: readonly (readonly number[])[];
  /** 1 hidden, 2 very hidden. */
  readonly state?: number;
  /** 0 a worksheet, 2 a chart. */
  readonly kind?: number;
}

export interface MadeBook {
  readonly sheets: readonly MadeSheet[];
  /** Records of the workbook itself. */
  readonly globals?: readonly (readonly number[])[];
  /** 0x0500: strings are bytes. */
  readonly version?: number;
}

/** The stream of a workbook: its own records, then its sheets. */
export function makeStream({ sheets, globals = [], version = 0x0600 }: MadeBook): Uint8Array {
  const begin = (kind: number): number[] =>
    record(RECORD.begin, ...u16(version, kind), ...u32(0), ...u32(0), ...u32(0));
  const eof = record(RECORD.eof);
  const title = ({ name }: MadeSheet): number[] =>
    version === 0x0600 ? [name.length, 1, ...wide(name)] : [name.length, ...narrow(name)];
  const list = (places: readonly number[]): number[] =>
    sheets.flatMap((sheet, n) =>
      record(RECORD.boundSheet, ...u32(places[n] ?? 0), sheet.state ?? 0, sheet.kind ?? 0, ...title(sheet)),
    );
  const bodies = sheets.map(({ cells }) => [...begin(0x10), ...cells.flat(), ...eof]);
  const before = [...begin(0x05), ...globals.flat()];
  let at = before.length + list([]).length + eof.length;
  const places = bodies.map((body) => {
    const place = at;
    at += body.length;
    return place;
  });
  return Uint8Array.from([...before, ...list(places), ...eof, ...bodies.flat()]);
}

/** The same as the .xls that it is. */
export function makeXls(book: MadeBook): Uint8Array {
  return makeCompound([{ name: book.version === 0x0500 ? 'Book' : 'Workbook', bytes: makeStream(book) }]);
}
