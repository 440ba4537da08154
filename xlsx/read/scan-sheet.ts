import type { ZipArchive, ZipEntry } from '../zip/read-zip.ts';
import { ordered, sortCells } from './cell-order.ts';
import { attribute, type CellTag, readCellTag } from './cell-tag.ts';
import { type CellValues, cellOf, plainCellOf } from './cell-value.ts';
import { forEachChunk } from './chunks.ts';
import { type PlainValue, readPlainCell } from './plain-cell.ts';
import { MAX_COLUMN, MAX_ROW, parseArea } from './reference.ts';
import { type Area, type Cell, failure, type Place, type Sheet, type SheetRow } from './types.ts';
import { MOST_UNCALCULATED, resolveReferences, type Uncalculated } from './uncalculated.ts';
import { decodeText } from './xml-text.ts';

/** What a whole workbook may hold, cells and rows counted; beyond it no roster is meant. */
export const MAX_CELLS = 2_400_000;
const MAX_TEXT = 64 * 1024 * 1024;
const MAX_MERGES = 200_000;

/** What all sheets of a workbook may still take. */
export interface Budget {
  cells: number;
  characters: number;
}

export function newBudget(): Budget {
  return { cells: MAX_CELLS, characters: MAX_TEXT };
}

/**
 * The rows and merges of a worksheet part, in the order of the file (sorted if the file is not).
 * `dimension` is not believed, cells and rows without `r` follow the one before.
 * @throws ReadFailure
 */
export function scanSheet(
  zip: ZipArchive,
  entry: ZipEntry,
  values: CellValues,
  budget: Budget,
): Pick<Sheet, 'rows' | 'merges' | 'uncalculated' | 'struck'> {
  const scanner = new SheetScanner(values, budget, entry.name);
  forEachChunk(zip, entry, {
    root: 'worksheet',
    item: 'row',
    cut: (xml, prefix) => scanner.cut(xml, prefix),
    scan: (xml, prefix) => scanner.scan(xml, prefix),
  });
  const { rows, uncalculated } = resolveReferences(scanner.finish(), scanner.uncalculated);
  const { merges, struck } = scanner;
  return {
    rows,
    merges,
    ...(uncalculated.length === 0 ? {} : { uncalculated }),
    ...(struck.length === 0 ? {} : { struck }),
  };
}

class SheetScanner {
  readonly #rows: { row: number; cells: Cell[] }[] = [];
  readonly merges: Area[] = [];
  readonly uncalculated: Uncalculated[] = [];
  readonly struck: Place[] = [];
  readonly #tag: CellTag = { column: -1, row: -1, style: 0, type: 'n' };
  readonly #value: PlainValue = { from: 0, to: 0, index: 0 };
  /** The last cell made of each shared string: people of one village have it in one column, and cells never change. */
  readonly #shared: (Cell | undefined)[] = [];
  #row = 0;
  #column = -1;
  #cells: Cell[] = [];
  #sorted = true;
  #tail = false;

  constructor(
    readonly values: CellValues,
    readonly budget: Budget,
    readonly part: string,
  ) {}

  cut(xml: string, prefix: string): number {
    if (this.#tail) return xml.lastIndexOf('>') + 1;
    const close = xml.lastIndexOf(`</${prefix}row>`);
    const end = xml.indexOf(`</${prefix}sheetData>`, Math.max(close, 0));
    if (end >= 0) return end;
    return Math.max(xml.lastIndexOf(`<${prefix}row`), close < 0 ? 0 : close + prefix.length + 6, 0);
  }

  scan(xml: string, prefix: string): void {
    let at = 0;
    if (!this.#tail) at = this.#scanRows(xml, prefix);
    if (this.#tail) this.#scanMerges(xml, prefix, at);
  }

  finish(): readonly SheetRow[] {
    this.#endRow();
    if (!this.#sorted) this.#rows.sort((a, b) => a.row - b.row);
    return this.#sorted ? this.#rows : joinRows(this.#rows);
  }

  #scanRows(xml: string, prefix: string): number {
    const name = prefix.length + 1;
    const close = `</${prefix}c>`;
    for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
      if (prefix === '') at = this.#plainCells(xml, at);
      const first = xml.charCodeAt(at + name);
      if (first === 99 && isEnd(xml.charCodeAt(at + name + 1))) {
        const end = xml.indexOf('>', at);
        if (end < 0) throw failure('bad-xml', this.part);
        readCellTag(xml, at + name + 1, end, this.#tag);
        this.#place();
        if (xml.charCodeAt(end - 1) === 47) {
          at = end;
          continue;
        }
        const until = xml.indexOf(close, end);
        if (until < 0) throw failure('bad-xml', this.part);
        this.#take(xml, end + 1, until, prefix);
        at = until;
      } else if (first === 114 && xml.startsWith('row', at + name) && isEnd(xml.charCodeAt(at + name + 3))) {
        const end = xml.indexOf('>', at);
        if (end < 0) throw failure('bad-xml', this.part);
        this.#startRow(xml, at + name + 3, end);
        at = end;
      } else if (xml.charCodeAt(at + 1) === 47 && xml.startsWith('sheetData', at + name + 1)) {
        this.#tail = true;
        return at;
      }
    }
    return xml.length;
  }

  /** Takes the plain cells that stand there one after the other; answers where they end. */
  #plainCells(xml: string, from: number): number {
    let at = from;
    while (xml.charCodeAt(at) === 60 && xml.charCodeAt(at + 1) === 99) {
      const end = readPlainCell(xml, at + 2, this.#tag, this.#value);
      if (end < 0) return at;
      this.#place();
      if (this.#column <= MAX_COLUMN && this.#row <= MAX_ROW) {
        const cell = plainCellOf(xml, this.#value, this.#column, this.#tag, this.values, this.#shared);
        if (cell !== undefined) this.#keep(cell);
      }
      at = end;
    }
    return at;
  }

  /** @param from behind the name, to its `>` */
  #startRow(xml: string, from: number, to: number): void {
    this.#endRow();
    const written = rowNumber(xml, from) ?? Number(attribute(xml.slice(from, to), 'r') ?? this.#row + 1);
    this.#row = Number.isInteger(written) && written >= 1 ? written : this.#row + 1;
    this.#column = -1;
  }

  #endRow(): void {
    if (this.#cells.length === 0) return;
    const before = this.#rows.at(-1);
    if (before !== undefined && before.row >= this.#row) this.#sorted = false;
    // An array that grew by pushing has room for 17: too much for many short rows.
    const cells = this.#cells.length < 10 ? this.#cells.slice() : this.#cells;
    this.#rows.push({ row: this.#row, cells: ordered(cells) });
    this.#spend(1);
    this.#cells = [];
  }

  /** A cell's own reference wins over its row's; some writers number only one of them. */
  #place(): void {
    const { column, row } = this.#tag;
    if (row > 0 && row !== this.#row) {
      this.#endRow();
      this.#row = row;
    }
    this.#column = column >= 0 ? column : this.#column + 1;
  }

  #take(xml: string, from: number, to: number, prefix: string): void {
    if (this.#column > MAX_COLUMN || this.#row > MAX_ROW) return;
    const cell = cellOf(xml, from, to, prefix, this.#column, this.#tag, this.values);
    if (cell === undefined) {
      if (from < to && this.#tag.type !== 'str') this.#noteFormula(xml, from, to, prefix);
      return;
    }
    this.#keep(cell);
  }

  #keep(cell: Cell): void {
    this.#spend(1);
    this.budget.characters -= cell.text.length;
    if (this.budget.characters < 0) throw failure('text-too-long', this.part);
    this.#cells.push(cell);
    const { struck } = this.values;
    if (struck.size > 0 && struck.has(this.#tag.style) && this.struck.length < MOST_UNCALCULATED)
      this.struck.push({ row: this.#row, column: this.#column });
  }

  /** A formula without a result; `t="str"` with an empty one is an empty text, as it should be. */
  #noteFormula(xml: string, from: number, to: number, prefix: string): void {
    const open = xml.indexOf(`<${prefix}f`, from);
    if (open < 0 || open >= to || this.uncalculated.length >= MOST_UNCALCULATED) return;
    const start = xml.indexOf('>', open) + 1;
    const end = xml.indexOf('<', start);
    const formula = start > 0 && end > start && end <= to ? decodeText(xml.slice(start, end)) : '';
    this.uncalculated.push({ row: this.#row, column: this.#column, formula: formula.slice(0, 200) });
  }

  #spend(cells: number): void {
    this.budget.cells -= cells;
    if (this.budget.cells < 0) throw failure('too-many-cells', this.part);
  }

  #scanMerges(xml: string, prefix: string, from: number): void {
    const open = `<${prefix}mergeCell`;
    for (let at = xml.indexOf(open, from); at >= 0; at = xml.indexOf(open, at + 1)) {
      const end = xml.indexOf('>', at);
      if (end < 0) throw failure('bad-xml', this.part);
      const area = parseArea(attribute(xml.slice(at, end), 'ref') ?? '');
      if (area === undefined) continue;
      if (this.merges.length >= MAX_MERGES) throw failure('too-many-cells', this.part);
      this.merges.push(area);
    }
  }
}

/** The number of a row whose tag begins ` r="7"`, as nearly all do. */
function rowNumber(xml: string, from: number): number | undefined {
  if (!xml.startsWith(' r="', from)) return undefined;
  let at = from + 4;
  let row = 0;
  for (let code = xml.charCodeAt(at); code >= 48 && code <= 57; code = xml.charCodeAt(++at)) row = row * 10 + code - 48;
  return xml.charCodeAt(at) === 34 ? row : undefined;
}

function isEnd(code: number): boolean {
  return code <= 32 || code === 62 || code === 47;
}

/** A row that the file writes in two places becomes one. */
function joinRows(rows: readonly { row: number; cells: Cell[] }[]): SheetRow[] {
  const joined: { row: number; cells: Cell[] }[] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    if (before?.row === row.row) before.cells = sortCells([...before.cells, ...row.cells]);
    else joined.push(row);
  }
  return joined;
}
