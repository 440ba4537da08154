import { CollectedRows } from '../collected-rows.ts';
import { numberText } from '../number-text.ts';
import { columnName } from '../reference.ts';
import type { Budget } from '../scan-sheet.ts';
import { type Area, type Cell, failure, type Sheet } from '../types.ts';
import { MOST_UNCALCULATED, resolveReferences, type Uncalculated } from '../uncalculated.ts';
import type { Book } from './book.ts';
import { Continued, withPlainLines } from './continued.ts';
import { RECORD, type Records } from './records.ts';

const MOST_MERGES = 200_000;

/** Error values by their code (MS-XLS 2.5.10). */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/**
 * Reads the cells and merged areas of a worksheet, from behind its BOF to its EOF. Charts that stand in the sheet are
 * passed over.
 * @throws ReadFailure 'damaged' | 'too-many-cells' | 'text-too-long'
 */
export function readSheet(records: Records, book: Book, budget: Budget): Pick<Sheet, 'rows' | 'merges' | 'struck'> {
  const reader = new SheetReader(book, budget);
  for (let depth = 1; depth > 0; ) {
    if (!records.next()) throw failure('damaged');
    if (records.id === RECORD.begin) depth++;
    else if (records.id === RECORD.eof) depth--;
    else if (depth === 1) reader.take(records);
  }
  const { struck } = reader.collected;
  // A reference to a cell that shows something was never calculated; to a blank one, nothing is what it shows.
  const { rows } = resolveReferences(reader.collected.rows(), reader.blankReferences);
  return { rows, merges: reader.merges, ...(struck.length === 0 ? {} : { struck }) };
}

/** Where a cell stands, and its style. */
interface Head {
  readonly row: number;
  readonly column: number;
  readonly style: number;
}

class SheetReader {
  readonly merges: Area[] = [];
  readonly collected: CollectedRows;
  /** Formulas that only name another cell, with an empty text as their result: some writers write no other. */
  readonly blankReferences: Uncalculated[] = [];
  /** A formula whose text comes in a record of its own. */
  #awaited: Head | undefined;

  constructor(
    readonly book: Book,
    budget: Budget,
  ) {
    this.collected = new CollectedRows(budget);
  }

  take(records: Records): void {
    switch (records.id) {
      case RECORD.sharedLabel:
        this.#text(headOf(records), this.#shared(records.u32(6)));
        break;
      case RECORD.label:
      case RECORD.richString:
        this.#text(headOf(records), this.#written(records, 6));
        break;
      case RECORD.number:
        this.#number(headOf(records), records.f64(6));
        break;
      case RECORD.rk:
        this.#number(headOf(records), rkNumber(records.u32(6)));
        break;
      case RECORD.multipleRk:
        this.#multiple(records);
        break;
      case RECORD.booleanOrError:
        this.#value(headOf(records), records.u8(7) === 0 ? 'boolean' : 'error', records.u8(6));
        break;
      case RECORD.formula:
      case RECORD.formula3:
      case RECORD.formula4:
        this.#formula(records);
        break;
      case RECORD.string:
        if (this.#awaited !== undefined) this.#text(this.#awaited, this.#written(records, 0));
        this.#awaited = undefined;
        break;
      case RECORD.mergedCells:
        this.#merged(records);
        break;
      default:
    }
  }

  #add({ row, style }: Head, cell: Cell): void {
    this.collected.add(row, cell, this.book.styles[style]?.struck === true);
  }

  #text(head: Head, text: string): void {
    this.#add(head, { column: head.column, text, kind: 'text' });
  }

  #number(head: Head, value: number): void {
    const { column, style } = head;
    const shown = Number.isFinite(value)
      ? numberText(String(value), this.book.styles[style]?.format, this.book.date1904)
      : undefined;
    this.#add(head, { column, ...(shown ?? { text: '#NUM!', kind: 'error' }) });
  }

  #value(head: Head, kind: 'boolean' | 'error', code: number): void {
    const text = kind === 'error' ? (ERRORS.get(code) ?? '#VALUE!') : code === 0 ? 'FALSE' : 'TRUE';
    this.#add(head, { column: head.column, text, kind });
  }

  /** Numbers side by side: the first column, a style and a number for each, the last column. */
  #multiple(records: Records): void {
    const row = records.u16(0) + 1;
    const first = records.u16(2);
    const count = Math.floor((records.length - 6) / 6);
    for (let n = 0; n < count; n++) {
      const style = records.u16(4 + 6 * n);
      this.#number({ row, column: first + n, style }, rkNumber(records.u32(6 + 6 * n)));
    }
  }

  /** The result that was last computed: a number, or something else marked by two bytes that no number ends with. */
  #formula(records: Records): void {
    const head = headOf(records);
    this.#awaited = undefined;
    if (records.u16(12) !== 0xffff) {
      this.#number(head, records.f64(6));
      return;
    }
    const kind = records.u8(6);
    if (kind === 0) this.#awaited = head;
    else if (kind === 1 || kind === 2) this.#value(head, kind === 1 ? 'boolean' : 'error', records.u8(8));
    else if (kind === 3) this.#blank(head, records);
  }

  /** The formula is a reference to a cell of the sheet and nothing else (PtgRef, MS-XLS 2.5.198.84). */
  #blank({ row, column }: Head, records: Records): void {
    const length = this.book.unicode ? 5 : 4;
    if (records.u16(20) !== length || this.blankReferences.length >= MOST_UNCALCULATED) return;
    const token = records.u8(22);
    if (token !== 0x24 && token !== 0x44 && token !== 0x64) return;
    const target = this.book.unicode ? records.u16(25) & 0x3fff : records.u8(25);
    const formula = columnName(target) + ((records.u16(23) & (this.book.unicode ? 0xffff : 0x3fff)) + 1);
    this.blankReferences.push({ row, column, formula });
  }

  #shared(index: number): string {
    const text = this.book.strings[index];
    if (text === undefined) throw failure('damaged');
    return text;
  }

  /** A text in the record itself, its length before it. */
  #written(records: Records, at: number): string {
    const length = records.u16(at);
    const { unicode, decode } = this.book;
    const text = unicode ? new Continued(records, at + 2).string(length) : decode(records.slice(at + 2, length));
    return withPlainLines(text);
  }

  #merged(records: Records): void {
    const count = records.u16(0);
    if (this.merges.length + count > MOST_MERGES) throw failure('too-many-cells');
    for (let n = 0; n < count; n++) {
      const at = 2 + 8 * n;
      const [top, bottom, left, right] = [0, 2, 4, 6].map((place) => records.u16(at + place));
      if (top === undefined || bottom === undefined || left === undefined || right === undefined) continue;
      if (bottom >= top && right >= left) this.merges.push({ top: top + 1, bottom: bottom + 1, left, right });
    }
  }
}

function headOf(records: Records): Head {
  return { row: records.u16(0) + 1, column: records.u16(2), style: records.u16(4) };
}

/** A number in four bytes (MS-XLS 2.5.122): a whole one or the upper half of a float, perhaps a hundredfold. */
function rkNumber(rk: number): number {
  let value: number;
  if (rk & 2) value = rk >> 2;
  else {
    scratch.setUint32(0, rk & 0xfffffffc);
    scratch.setUint32(4, 0);
    value = scratch.getFloat64(0);
  }
  return rk & 1 ? value / 100 : value;
}

const scratch = new DataView(new ArrayBuffer(8));
