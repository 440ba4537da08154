import { builtInFormat, type NumberFormat, parseFormat } from '../number-format.ts';
import { failure, LONGEST_TEXT, MOST_SHEETS } from '../types.ts';
import { type DecodeBytes, decoderOf } from './byte-text.ts';
import { Continued, withPlainLines } from './continued.ts';
import { RECORD, type Records } from './records.ts';

const MOST_STRINGS = 2_500_000;
const MOST_STYLES = 65_536;
/** Excel makes some hundred; taking one apart takes long. */
const MOST_FORMATS = 4_096;
const BIFF8 = 0x0600;
const WORKSHEET = 0;
const STRUCK = 0x0008;

/** What the first part of a BIFF stream says, and cells refer to. */
export interface Book {
  /** Strings are UTF-16 from Excel 97 on, bytes of some code page before. */
  readonly unicode: boolean;
  readonly decode: DecodeBytes;
  readonly date1904: boolean;
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  /** The worksheets in their order; charts and macros hold no cells. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly at: number }[];
}

export interface CellStyle {
  readonly format: NumberFormat;
  readonly struck: boolean;
}

/** What a stream is that holds a sheet and nothing before it, as some web systems write it. */
export function bareBook(version: number): Book {
  const decode = decoderOf(undefined);
  return { unicode: version === BIFF8, decode, date1904: false, strings: [], styles: [], sheets: [] };
}

/**
 * Reads the workbook's own records, from behind its BOF to its EOF.
 * @throws ReadFailure 'encrypted' | 'damaged' | 'too-many-cells' | 'text-too-long'
 */
export function readBook(records: Records, version: number): Book {
  const reader = new BookReader(version === BIFF8);
  for (let depth = 1; depth > 0; ) {
    if (!records.next()) throw failure('damaged');
    if (records.id === RECORD.begin) depth++;
    else if (records.id === RECORD.eof) depth--;
    else if (depth === 1) reader.take(records);
  }
  return reader.book();
}

class BookReader {
  #codePage: number | undefined;
  #decode: DecodeBytes | undefined;
  #date1904 = false;
  #strings: string[] = [];
  readonly #formats = new Map<number, string>();
  readonly #fonts: boolean[] = [];
  readonly #styles: { readonly font: number; readonly format: number }[] = [];
  readonly #sheets: { readonly name: string; readonly hidden: boolean; readonly at: number }[] = [];

  constructor(readonly unicode: boolean) {}

  take(records: Records): void {
    switch (records.id) {
      case RECORD.filePass:
        throw failure('encrypted');
      case RECORD.codePage:
        this.#codePage = records.u16(0);
        break;
      case RECORD.dateMode:
        this.#date1904 = records.u16(0) === 1;
        break;
      case RECORD.font:
        if (this.#fonts.length < MOST_STYLES) this.#fonts.push((records.u16(2) & STRUCK) !== 0);
        break;
      case RECORD.format:
        if (this.#formats.size >= MOST_FORMATS) throw failure('damaged');
        this.#formats.set(records.u16(0), this.#format(records));
        break;
      case RECORD.extendedFormat:
        if (this.#styles.length < MOST_STYLES) this.#styles.push({ font: records.u16(0), format: records.u16(2) });
        break;
      case RECORD.boundSheet:
        this.#boundSheet(records);
        break;
      case RECORD.sharedStrings:
        this.#strings = sharedStrings(records);
        break;
      default:
    }
  }

  book(): Book {
    const decode = this.#decoder();
    const formats = new Map<number, NumberFormat>();
    const styles = this.#styles.map(({ font, format }): CellStyle => {
      const known = formats.get(format) ?? this.#formatOf(format);
      formats.set(format, known);
      // There is no font 4: the fifth is called 5 (MS-XLS 2.5.129).
      return { format: known, struck: this.#fonts[font > 4 ? font - 1 : font] === true };
    });
    const { unicode } = this;
    return { unicode, decode, date1904: this.#date1904, strings: this.#strings, styles, sheets: this.#sheets };
  }

  #formatOf(id: number): NumberFormat {
    const code = this.#formats.get(id);
    return code === undefined ? builtInFormat(id) : parseFormat(code);
  }

  #boundSheet(records: Records): void {
    if (records.u8(5) !== WORKSHEET) return;
    if (this.#sheets.length >= MOST_SHEETS) throw failure('too-many-cells');
    const name = this.#text(records, 6);
    this.#sheets.push({ name, hidden: (records.u8(4) & 3) !== 0, at: records.u32(0) });
  }

  /** Some writers count more letters than the record has: Excel takes what there is. */
  #format(records: Records): string {
    if (!this.unicode) return this.#text(records, 2);
    const wide = (records.u8(4) & 1) !== 0;
    const length = Math.min(records.u16(2), Math.floor((records.length - 5) / (wide ? 2 : 1)));
    return new Continued(records, 4).string(length);
  }

  /** A text whose length, of one byte, stands at a place of the record. */
  #text(records: Records, at: number): string {
    const length = records.u8(at);
    if (!this.unicode) return this.#decoder()(records.slice(at + 1, length));
    return new Continued(records, at + 1).string(length);
  }

  #decoder(): DecodeBytes {
    this.#decode ??= decoderOf(this.#codePage);
    return this.#decode;
  }
}

function sharedStrings(records: Records): string[] {
  const unique = records.u32(4);
  if (unique > MOST_STRINGS) throw failure('too-many-cells');
  const from = new Continued(records, 8);
  const strings: string[] = [];
  // Some writers count strings that are not there; a cell that asks for one of them is found out later.
  while (strings.length < unique && !from.ended) {
    const text = from.string(from.u16());
    if (text.length > LONGEST_TEXT) throw failure('text-too-long');
    strings.push(withPlainLines(text));
  }
  return strings;
}
