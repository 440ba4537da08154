import { CollectedRows } from '../collected-rows.ts';
import { MAX_COLUMN, MAX_ROW } from '../reference.ts';
import { newBudget } from '../scan-sheet.ts';
import { type Area, type Cell, failure, LONGEST_TEXT, MOST_SHEETS, type Sheet } from '../types.ts';
import { MOST_UNCALCULATED, resolveReferences, type Uncalculated } from '../uncalculated.ts';
import { odsCell } from './cell.ts';
import { OdsColumns } from './columns.ts';
import { Paragraphs } from './paragraphs.ts';
import type { XmlReader } from './scan-xml.ts';
import { OdsStyles } from './styles.ts';
import { times } from './times.ts';

const MOST_MERGES = 200_000;

/** What they hold is no cell of the table: remarks, drawings, cells of before a change, how characters are pronounced. */
const SKIPPED = new Set([
  'office:annotation',
  'office:forms',
  'table:tracked-changes',
  'table:shapes',
  'text:note',
  'text:ruby-text',
]);

type Attributes = Readonly<Record<string, string>>;

interface OpenTable {
  readonly name: string;
  readonly hidden: boolean;
  readonly collected: CollectedRows;
  readonly merges: Area[];
  readonly uncalculated: Uncalculated[];
  readonly columns: OdsColumns;
  /** Copies of other workbooks' sheets that formulas refer to. */
  foreign: boolean;
}

interface OpenRow {
  readonly row: number;
  readonly repeated: number;
  readonly style: string | undefined;
  readonly cells: { readonly cell: Cell; readonly struck: boolean }[];
  column: number;
}

/** Reads the tables of a spreadsheet in OpenDocument format (ODF 1.2, 9) as its elements come. */
export class OdsTables implements XmlReader {
  readonly sheets: Sheet[] = [];
  /** What the document is: `spreadsheet`, `text`, `presentation` …; '' as long as nothing said it. */
  kind = '';
  readonly #budget = newBudget();
  /** How deep in something that is left out. */
  #skipped = 0;
  /** The element that was opened last. */
  #parent = '';
  #table: OpenTable | undefined;
  #nextRow = 1;
  #row: OpenRow | undefined;
  #cell: Attributes | undefined;
  readonly #text = new Paragraphs();

  constructor(readonly styles: OdsStyles = new OdsStyles()) {}

  open(name: string, attributes: Attributes): void {
    if (this.#skipped > 0 || SKIPPED.has(name) || name.startsWith('draw:')) {
      this.#skipped++;
      return;
    }
    if (this.#parent === 'office:body' && this.kind === '') this.kind = name.replace(/^office:/, '');
    this.#parent = name;
    if (isStyle(name)) this.styles.open(name, attributes);
    else if (this.#cell !== undefined) {
      // A table within a cell is none of the sheet's.
      if (name === 'table:table') this.#skipped++;
      else this.#text.open(name, attributes);
    } else if (name === 'table:table' && this.kind === 'spreadsheet') this.#openTable(attributes);
    else if (this.#table !== undefined) this.#openIn(this.#table, name, attributes);
  }

  text(text: string): void {
    if (this.#skipped === 0 && this.#cell !== undefined) this.#text.text(text);
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (isStyle(name)) this.styles.close(name);
    else if (name === 'table:table') this.#closeTable();
    else if (name === 'table:table-row') this.#closeRow();
    else if (this.#cell !== undefined) {
      if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#closeCell();
      else this.#text.close(name);
    }
  }

  #openTable(attributes: Attributes): void {
    if (this.sheets.length >= MOST_SHEETS) throw failure('too-many-cells');
    this.#table = {
      name: attributes['table:name'] ?? `Sheet${this.sheets.length + 1}`,
      hidden: this.styles.isHidden(attributes['table:style-name']),
      collected: new CollectedRows(this.#budget),
      merges: [],
      uncalculated: [],
      columns: new OdsColumns(),
      foreign: false,
    };
    this.#nextRow = 1;
  }

  #openIn(table: OpenTable, name: string, attributes: Attributes): void {
    switch (name) {
      case 'table:table-source':
        table.foreign = true;
        break;
      case 'table:table-column':
        table.columns.add(
          times(attributes['table:number-columns-repeated']),
          attributes['table:default-cell-style-name'],
        );
        break;
      case 'table:table-row': {
        const repeated = times(attributes['table:number-rows-repeated']);
        const style = attributes['table:default-cell-style-name'];
        this.#row = { row: this.#nextRow, repeated, style, cells: [], column: 0 };
        this.#nextRow += repeated;
        break;
      }
      case 'table:table-cell':
      case 'table:covered-table-cell':
        if (this.#row === undefined) break;
        this.#cell = attributes;
        this.#text.begin();
        break;
      default:
    }
  }

  #closeCell(): void {
    const [table, row, attributes] = [this.#table, this.#row, this.#cell];
    this.#cell = undefined;
    if (table === undefined || row === undefined || attributes === undefined) return;
    const first = row.column;
    row.column += times(attributes['table:number-columns-repeated']);
    if (first > MAX_COLUMN || row.row > MAX_ROW) return;
    this.#merge(table, row.row, first, attributes);
    const style = this.styles.of(attributes['table:style-name'] ?? row.style ?? table.columns.at(first));
    const cell = odsCell(first, attributes, this.#text.end(), style.shaped);
    if (cell === undefined || cell.text === '') {
      if (!this.#text.some) noteFormula(table, row.row, first, attributes);
      return;
    }
    if (cell.text.length > LONGEST_TEXT) throw failure('text-too-long');
    const last = Math.min(row.column - 1, MAX_COLUMN);
    for (let column = first; column <= last; column++) {
      row.cells.push({ cell: { ...cell, column }, struck: style.struck });
    }
  }

  #merge(table: OpenTable, row: number, column: number, attributes: Attributes): void {
    const right = Math.min(MAX_COLUMN, column + times(attributes['table:number-columns-spanned']) - 1);
    const bottom = Math.min(MAX_ROW, row + times(attributes['table:number-rows-spanned']) - 1);
    if (right === column && bottom === row) return;
    if (table.merges.length >= MOST_MERGES) throw failure('too-many-cells');
    table.merges.push({ top: row, bottom, left: column, right });
  }

  #closeRow(): void {
    const [table, row] = [this.#table, this.#row];
    this.#row = undefined;
    if (table === undefined || row === undefined || row.cells.length === 0) return;
    const last = Math.min(MAX_ROW, row.row + row.repeated - 1);
    for (let at = row.row; at <= last; at++)
      for (const { cell, struck } of row.cells) table.collected.add(at, cell, struck);
  }

  #closeTable(): void {
    const table = this.#table;
    this.#table = undefined;
    if (table === undefined || table.foreign) return;
    const { name, hidden, merges, collected } = table;
    const { struck } = collected;
    const { rows, uncalculated } = resolveReferences(collected.rows(), table.uncalculated);
    this.sheets.push({
      name,
      hidden,
      rows,
      merges,
      ...(uncalculated.length === 0 ? {} : { uncalculated }),
      ...(struck.length === 0 ? {} : { struck }),
    });
  }
}

const isStyle = (name: string): boolean => name.startsWith('style:') || name.startsWith('number:');

/** A formula that says of no kind what its result is has none; LibreOffice leaves a blank paragraph where it is an empty text. */
function noteFormula(table: OpenTable, row: number, column: number, attributes: Attributes): void {
  const formula = attributes['table:formula'];
  if (formula === undefined || attributes['office:value-type'] !== undefined) return;
  if (table.uncalculated.length >= MOST_UNCALCULATED) return;
  const plain = formula
    .slice(0, 400)
    .replace(/^[a-z]+:/i, '')
    .replace(/^=/, '')
    .replace(/\[\.([^\]]*)\]/g, '$1');
  table.uncalculated.push({ row, column, formula: plain.slice(0, 200) });
}
