import { isoText } from './cell-value.ts';
import { numberText } from './number-text.ts';
import { MAX_COLUMN, MAX_ROW } from './reference.ts';
import { markupText, scanMarkup, type Tag } from './scan-markup.ts';
import { newBudget } from './scan-sheet.ts';
import { type Area, type Cell, failure, LONGEST_TEXT, type Sheet, type Workbook } from './types.ts';

/** A remark on a cell holds a `Data` of its own. */
const SKIPPED = new Set(['styles', 'comment', 'documentproperties', 'phonetictext']);

/**
 * Reads "XML Spreadsheet 2003" (`urn:schemas-microsoft-com:office:spreadsheet`), as older programs write it under the name
 * .xls; `undefined` when there is no sheet in it.
 * @throws ReadFailure 'too-many-cells' | 'text-too-long'
 */
export function readSpreadsheetXml(text: string): Workbook | undefined {
  const reader = new Reader();
  scanMarkup(text, SKIPPED, reader);
  if (reader.sheets.length === 0) return undefined;
  const sheets = reader.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.filter(({ cells }) => cells.length > 0) }));
  return { sheets, customXml: [] };
}

interface MadeSheet extends Sheet {
  hidden: boolean;
  readonly rows: { readonly row: number; readonly cells: Cell[] }[];
  readonly merges: Area[];
}

class Reader {
  readonly sheets: MadeSheet[] = [];
  readonly #budget = newBudget();
  #row = 0;
  #column = -1;
  /** The last column that the cell before covers. */
  #right = -1;
  #type = '';
  /** Where text goes: a cell's data, or whether the sheet is shown. */
  #into: 'data' | 'visible' | undefined;
  #parts: string[] = [];

  tag(tag: Tag): boolean {
    const sheet = this.sheets.at(-1);
    if (tag.name === 'worksheet' && !tag.end) this.#newSheet(tag);
    else if (sheet === undefined) return true;
    else if (tag.name === 'row' && !tag.end) this.#newRow(sheet, tag);
    else if (tag.name === 'cell' && !tag.end) this.#newCell(sheet, tag);
    else if (tag.name === 'data') this.#data(sheet, tag);
    else if (tag.name === 'visible') {
      if (tag.end && /hidden/i.test(this.#parts.join(''))) sheet.hidden = true;
      this.#collect(tag.end ? undefined : 'visible');
    }
    return true;
  }

  text(raw: string): boolean {
    if (this.#into !== undefined) this.#parts.push(markupText(raw));
    return true;
  }

  #collect(into: 'data' | 'visible' | undefined): void {
    this.#into = into;
    this.#parts = [];
  }

  #newSheet(tag: Tag): void {
    const name = markupText(tag.get('Name') ?? '');
    this.sheets.push({
      name: name === '' ? `Sheet${this.sheets.length + 1}` : name,
      hidden: false,
      rows: [],
      merges: [],
    });
    this.#row = 0;
  }

  #newRow(sheet: MadeSheet, tag: Tag): void {
    const row = Math.max(this.#row + 1, numberOf(tag.get('Index')));
    if (row > MAX_ROW || --this.#budget.cells < 0) throw failure('too-many-cells');
    // `Span`: rows like this one that are not written out; they hold nothing.
    this.#row = row + numberOf(tag.get('Span'));
    this.#right = -1;
    sheet.rows.push({ row, cells: [] });
  }

  #newCell(sheet: MadeSheet, tag: Tag): void {
    const row = sheet.rows.at(-1)?.row ?? 1;
    this.#column = Math.max(this.#right + 1, numberOf(tag.get('Index')) - 1);
    if (this.#column > MAX_COLUMN || --this.#budget.cells < 0) throw failure('too-many-cells');
    this.#right = Math.min(MAX_COLUMN, this.#column + numberOf(tag.get('MergeAcross')));
    const bottom = Math.min(MAX_ROW, row + numberOf(tag.get('MergeDown')));
    if (this.#right > this.#column || bottom > row)
      sheet.merges.push({ top: row, bottom, left: this.#column, right: this.#right });
  }

  #data(sheet: MadeSheet, tag: Tag): void {
    if (!tag.end) {
      this.#type = tag.get('Type') ?? 'String';
      this.#collect(tag.empty ? undefined : 'data');
      return;
    }
    const written = this.#parts.join('');
    this.#collect(undefined);
    const cell = cellOf(this.#column, this.#type, written);
    if (cell === undefined) return;
    if (cell.text.length > LONGEST_TEXT) throw failure('text-too-long');
    sheet.rows.at(-1)?.cells.push(cell);
  }
}

function cellOf(column: number, type: string, written: string): Cell | undefined {
  if (written === '') return undefined;
  if (type === 'DateTime') return { column, text: isoText(written), kind: 'date' };
  const number = type === 'Number' ? numberText(written.trim(), undefined, false) : undefined;
  if (number !== undefined) return { column, ...number };
  if (type === 'Boolean') return { column, text: written.trim() === '1' ? 'TRUE' : 'FALSE', kind: 'boolean' };
  return { column, text: written.replace(/\r\n?/g, '\n'), kind: type === 'Error' ? 'error' : 'text' };
}

function numberOf(written: string | undefined): number {
  const number = Number.parseInt(written ?? '0', 10);
  return Number.isInteger(number) && number > 0 ? Math.min(number, MAX_ROW) : 0;
}
