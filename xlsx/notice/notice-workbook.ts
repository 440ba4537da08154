import { contentTypes, MAIN, OFFICE, relationships, rootRelationships, workbookPart, XML } from '../package/parts.ts';
import { printNames } from '../package/print-names.ts';
import { textUnits } from '../package/text-units.ts';
import { columnName } from '../read/reference.ts';
import { textElement } from '../xml/escape.ts';
import { textPart, writeZip } from '../zip/write-zip.ts';
import { LOOKS, NOTICE_STYLES } from './notice-styles.ts';

/** A notice to be printed and posted: a title, paragraphs, a list, and who signs. */
export interface NoticeSheet {
  /** The sheet's name; at most 31 characters without `[]:*?/\`. */
  readonly name: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly signature: readonly string[];
}

/** Characters of the default font across an A4 page, between the margins. */
const PAGE_WIDTH = 86;
const NARROWEST = 6;
/** A paragraph is set in 16 pt, a character of the default font is about 5.4 pt wide. */
const PARAGRAPH_CHARACTERS = Math.floor((PAGE_WIDTH * 5.4) / 16) - 2;
const LINE = 28;
/** Two wide spaces, as paragraphs begin. */
const INDENT = '\u3000\u3000';

/** The workbook of a notice: one A4 page wide, the header repeated on each. The same notice gives the same bytes. */
export function noticeWorkbook(sheet: NoticeSheet): Promise<Uint8Array> {
  const { xml, headerRow } = sheetPart(sheet);
  const names = printNames([{ name: sheet.name, titles: [headerRow, headerRow] }]);
  const files: readonly (readonly [name: string, text: string])[] = [
    [
      '[Content_Types].xml',
      contentTypes([
        ['xl/workbook.xml', 'spreadsheetml.sheet.main'],
        ['xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet'],
        ['xl/styles.xml', 'spreadsheetml.styles'],
      ]),
    ],
    ['_rels/.rels', rootRelationships()],
    ['xl/workbook.xml', workbookPart([sheet], { names })],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        { kind: 'worksheet', target: 'worksheets/sheet1.xml' },
        { kind: 'styles', target: 'styles.xml' },
      ]),
    ],
    ['xl/styles.xml', NOTICE_STYLES],
    ['xl/worksheets/sheet1.xml', xml],
  ];
  return writeZip(files.map(([path, text]) => textPart(path, text)));
}

function sheetPart({ title, paragraphs, header, rows, signature }: NoticeSheet): { xml: string; headerRow: number } {
  const last = columnName(header.length - 1);
  const body: string[] = [];
  const merges: string[] = [];
  const cell = (column: number, text: string, look: keyof typeof LOOKS): string => {
    const start = `<c r="${columnName(column)}${body.length + 1}" s="${LOOKS[look]}"`;
    return text === '' ? `${start}/>` : `${start} t="inlineStr"><is>${textElement(text)}</is></c>`;
  };
  const row = (cells: string, height: number): void => {
    body.push(`<row r="${body.length + 1}" ht="${height}" customHeight="1">${cells}</row>`);
  };
  const wide = (text: string, look: keyof typeof LOOKS, height: number): void => {
    merges.push(`<mergeCell ref="A${body.length + 1}:${last}${body.length + 1}"/>`);
    row(cell(0, text, look), height);
  };
  wide(title, 'title', 48);
  for (const text of paragraphs)
    wide(`${INDENT}${text}`, 'paragraph', LINE * Math.ceil(([...text].length + 2) / PARAGRAPH_CHARACTERS) + 4);
  row('', 10);
  const headerRow = body.length + 1;
  row(header.map((text, c) => cell(c, text, 'header')).join(''), 26);
  const widths = columnWidths(header, rows);
  for (const texts of rows) {
    const lines = Math.max(
      1,
      ...texts.map((text, c) => Math.ceil((textUnits(text) * 1.15) / (widths[c] ?? NARROWEST))),
    );
    row(texts.map((text, c) => cell(c, text, 'cell')).join(''), 24 + (lines - 1) * 16);
  }
  row('', 16);
  for (const text of signature) wide(text, 'signature', LINE);
  const columns = widths.map((w, c) => `<col min="${c + 1}" max="${c + 1}" width="${w}" customWidth="1"/>`);
  const xml = [
    `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.join('')}</cols><sheetData>${body.join('')}</sheetData><mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    '<printOptions horizontalCentered="1"/><pageMargins left="0.8" right="0.8" top="1" bottom="0.9" header="0.3" footer="0.4"/>',
    '<pageSetup paperSize="9" orientation="portrait" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P</oddFooter></headerFooter></worksheet>',
  ];
  return { xml: xml.join(''), headerRow };
}

/** Widths in characters that fill the page, by the longest text of each column. */
function columnWidths(header: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  const wanted = header.map((text, c) =>
    rows.reduce(
      (most, row) => Math.max(most, Math.min(24, textUnits(row[c] ?? '') + 2)),
      Math.max(NARROWEST, textUnits(text) + 2),
    ),
  );
  const sum = wanted.reduce((total, width) => total + width, 0);
  return wanted.map((width) => Math.round((width / sum) * PAGE_WIDTH * 10) / 10);
}
