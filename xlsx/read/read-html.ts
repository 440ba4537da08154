import { HTML_SHEET } from '../locale/zh-CN.ts';
import { MAX_COLUMN, MAX_ROW } from './reference.ts';
import { markupText, scanMarkup, type Tag } from './scan-markup.ts';
import { newBudget } from './scan-sheet.ts';
import { type Area, type Cell, failure, LONGEST_TEXT, type SheetRow, type Workbook } from './types.ts';

/** What they hold is not shown, or says nothing of the table. */
const SKIPPED = new Set(['script', 'style', 'title', 'xml', 'comment', 'noscript', 'template']);
const LINES = new Set(['br', 'p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'center', 'caption', 'form']);
/** The most that HTML allows for `colspan`. */
const MOST_SPANNED = 1_000;
const DEEPEST = 40;

/**
 * The tables of a web page as one sheet, one below the other with the lines of text between them, as a spreadsheet program
 * opens it; `undefined` where no table has two cells in a row. Every cell is text: an ID number is whole here that such
 * a program would round.
 * @throws ReadFailure 'too-many-cells' | 'text-too-long'
 */
export function readHtml(text: string): Workbook | undefined {
  const page = new Page();
  scanMarkup(text, SKIPPED, page);
  const { rows, merges } = page.end();
  if (!rows.some(({ cells }) => cells.length > 1)) return undefined;
  return { sheets: [{ name: HTML_SHEET, hidden: false, rows, merges }], customXml: [] };
}

interface OpenCell {
  readonly column: number;
  readonly parts: string[];
}

/** A table, or the text between tables, with rows counted from 0. */
class Block {
  readonly rows: Cell[][] = [];
  readonly merges: Area[] = [];
  /** Per column, the row down to which a cell from above covers it. */
  readonly covered: number[] = [];
  /** Where the next cell of the row may stand. */
  next = 0;
  cell: OpenCell | undefined;

  get row(): number {
    return this.rows.length - 1;
  }
}

class Page {
  readonly #blocks: Block[] = [];
  readonly #open: Block[] = [];
  readonly #budget = newBudget();
  #between: string[] = [];

  tag(tag: Tag): boolean {
    const table = this.#open.at(-1);
    switch (tag.name) {
      case 'table':
        if (tag.end) this.#close();
        else this.#begin();
        return true;
      case 'tr':
        if (table === undefined) return true;
        this.#finish(table);
        if (!tag.end) this.#newRow(table);
        return true;
      case 'td':
      case 'th':
        if (table === undefined) return true;
        this.#finish(table);
        if (!tag.end) this.#newCell(table, tag);
        return true;
      default:
        if (LINES.has(tag.name)) this.#add('\n');
        return true;
    }
  }

  text(raw: string): boolean {
    this.#add(markupText(raw.replace(/[ \t\r\n\f]+/g, ' ')));
    return true;
  }

  end(): { readonly rows: readonly SheetRow[]; readonly merges: readonly Area[] } {
    while (this.#open.length > 0) this.#close();
    this.#lines();
    const rows: SheetRow[] = [];
    const merges: Area[] = [];
    let before = 0;
    for (const block of this.#blocks) {
      for (const [at, cells] of block.rows.entries()) if (cells.length > 0) rows.push({ row: before + at + 1, cells });
      for (const { top, bottom, left, right } of block.merges)
        merges.push({ top: before + top + 1, bottom: before + Math.min(bottom, block.row) + 1, left, right });
      before += block.rows.length;
    }
    return { rows, merges };
  }

  #begin(): void {
    this.#lines();
    const block = new Block();
    this.#blocks.push(block);
    // A page nested deeper than this is no table: what is in there goes on in the last one.
    if (this.#open.length < DEEPEST) this.#open.push(block);
  }

  #close(): void {
    const table = this.#open.pop();
    if (table !== undefined) this.#finish(table);
  }

  #newRow(table: Block): void {
    if (--this.#budget.cells < 0 || table.rows.length >= MAX_ROW) throw failure('too-many-cells');
    table.rows.push([]);
    table.next = 0;
  }

  #newCell(table: Block, tag: Tag): void {
    if (table.rows.length === 0) this.#newRow(table);
    const { row, covered } = table;
    let column = table.next;
    while ((covered[column] ?? -1) >= row) column++;
    const right = Math.min(MAX_COLUMN, column + span(tag.get('colspan'), MOST_SPANNED) - 1);
    const bottom = row + span(tag.get('rowspan'), MAX_ROW) - 1;
    this.#budget.cells -= Math.max(1, right - column + 1);
    if (this.#budget.cells < 0 || column > MAX_COLUMN) throw failure('too-many-cells');
    table.next = right + 1;
    for (let at = column; at <= right; at++) covered[at] = bottom;
    if (right > column || bottom > row) table.merges.push({ top: row, bottom, left: column, right });
    table.cell = { column, parts: [] };
  }

  #add(text: string): void {
    const table = this.#open.at(-1);
    if (table === undefined) this.#between.push(text);
    else table.cell?.parts.push(text);
  }

  #finish(table: Block): void {
    const { cell } = table;
    if (cell === undefined) return;
    table.cell = undefined;
    const text = linesOf(cell.parts).join('\n');
    if (text.length > LONGEST_TEXT) throw failure('text-too-long');
    if (text !== '') table.rows.at(-1)?.push({ column: cell.column, text, kind: 'text' });
  }

  /** What stands between tables is a row for each line. */
  #lines(): void {
    const lines = linesOf(this.#between);
    this.#between = [];
    if (lines.length === 0) return;
    const block = new Block();
    this.#blocks.push(block);
    for (const text of lines) {
      this.#newRow(block);
      block.rows.at(-1)?.push({ column: 0, text: text.slice(0, LONGEST_TEXT), kind: 'text' });
    }
  }
}

function linesOf(parts: readonly string[]): string[] {
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').replace(/^[ \u00a0]+|[ \u00a0]+$/g, ''))
    .filter((line) => line !== '');
}

function span(written: string | undefined, most: number): number {
  const number = Number.parseInt(written ?? '1', 10);
  return Number.isInteger(number) ? Math.min(most, Math.max(1, number)) : 1;
}
