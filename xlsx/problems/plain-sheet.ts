import type { Note } from '../package/notes.ts';
import { pageNumber } from '../package/page-number.ts';
import { MAIN, OFFICE, XML } from '../package/parts.ts';
import type { PrintNames } from '../package/print-names.ts';
import { columnName } from '../read/reference.ts';
import { rowHeights } from '../splice/row-height.ts';
import { escapeAttribute, textElement } from '../xml/escape.ts';
import { PROBLEM_WORDS as words } from './locale/zh-CN.ts';
import { type CellLook, lookIndex } from './plain-styles.ts';

/** A cell of a list: always text, unless it is a number. */
export interface PlainCell {
  readonly text: string | number;
  readonly look?: CellLook;
  /** A file to open, as a URL, and the place in it; without `file` a place in this workbook. */
  readonly link?: { readonly file?: string; readonly place?: string };
  readonly note?: string;
}

export interface PlainSheet {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (PlainCell | string)[])[];
  /** Rows that stay in view, the header the last of them. */
  readonly frozen: number;
}

const LONGEST = 32_767;
/** In points: a character of the standard font, what a cell keeps free at its sides, a line, a title. */
const CHARACTER = 6;
const PADDING = 4;
const ONE_LINE = 18;
const TITLE = 26;

/** A sheet's part, the files it links to (in the order of their relations, rId1 first) and its notes. */
export interface SheetPart {
  readonly xml: string;
  readonly files: readonly string[];
  readonly notes: readonly Note[];
  readonly names: PrintNames;
}

export function sheetPart(sheet: PlainSheet): SheetPart {
  const files = new Map<string, number>();
  const links: string[] = [];
  const notes: Note[] = [];
  const boxes = sheet.widths.map((w, index) => ({ index, width: w * CHARACTER - PADDING, fontSize: 11 }));
  // Written out: who opens the file need not measure texts, and not everybody does.
  const heights = rowHeights(boxes, ONE_LINE);
  const rows = sheet.rows.map((row, r) => {
    const cells = row.map((given, c) => {
      const cell = typeof given === 'string' ? { text: given } : given;
      const place = `${columnName(c)}${r + 1}`;
      if (cell.link !== undefined) links.push(linkElement(place, cell.link, files));
      if (cell.note !== undefined) notes.push({ row: r, column: c, text: cell.note });
      return cellElement(place, cell);
    });
    const title = row.length === 1 && isTitle(row[0]);
    const height = title ? ` ht="${TITLE}" customHeight="1"` : heights.attributes(row.map(textIn));
    return `<row r="${r + 1}"${height}>${cells.join('')}</row>`;
  });
  const widths = sheet.widths.map((w, c) => `<col min="${c + 1}" max="${c + 1}" width="${w}" customWidth="1"/>`);
  const last = `${columnName(Math.max(0, sheet.widths.length - 1))}${Math.max(sheet.rows.length, sheet.frozen)}`;
  const pane = `<pane ySplit="${sheet.frozen}" topLeftCell="A${sheet.frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const xml = [
    `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
    `<cols>${widths.join('')}</cols><sheetData>${rows.join('')}</sheetData><autoFilter ref="A${sheet.frozen}:${last}"/>`,
    links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`,
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    pageNumber(),
    notes.length === 0 ? '' : '<legacyDrawing r:id="rIdNotes"/>',
    '</worksheet>',
  ];
  return { xml: xml.join(''), files: [...files.keys()], notes, names: { titles: [sheet.frozen, sheet.frozen] } };
}

function isTitle(cell: PlainCell | string | undefined): boolean {
  return typeof cell === 'object' && cell.look === 'title';
}

function textIn(cell: PlainCell | string): string | number {
  return typeof cell === 'string' ? cell : cell.text;
}

function cellElement(place: string, { text, look = 'text' }: PlainCell): string {
  if (typeof text === 'number') return `<c r="${place}" s="${lookIndex('number')}"><v>${text}</v></c>`;
  const start = `<c r="${place}" s="${lookIndex(look)}"`;
  return text === '' ? `${start}/>` : `${start} t="inlineStr"><is>${textElement(fitting(text))}</is></c>`;
}

/** A cell takes no longer text; what is cut says so. */
function fitting(text: string): string {
  if (text.length <= LONGEST) return text;
  const says = words.cut(text.length);
  return text.slice(0, LONGEST - says.length) + says;
}

function linkElement(place: string, link: NonNullable<PlainCell['link']>, files: Map<string, number>): string {
  const location = link.place === undefined ? '' : ` location="${escapeAttribute(link.place)}"`;
  if (link.file === undefined) return `<hyperlink ref="${place}"${location}/>`;
  const number = files.get(link.file) ?? files.size + 1;
  files.set(link.file, number);
  return `<hyperlink ref="${place}" r:id="rId${number}"${location}/>`;
}

/** `'名册'!K7` as links and formulas write it. */
export function sheetPlace(sheet: string, cell: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${cell}`;
}
