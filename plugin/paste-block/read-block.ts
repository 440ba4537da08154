import { splitCells } from '../../xlsx/read/delimited-text.ts';
import { mergedCells } from './merged-cells.ts';
import { hasCellColoursOnly } from './pasted-colours.ts';

/** What a paste brings, as the browser hands it over. */
export interface Pasted {
  readonly htmlContent?: string | undefined;
  readonly textContent?: string | undefined;
  readonly files?: readonly unknown[] | undefined;
}

/** From this many rows on a paste would hold the page still for longer than a tenth of a second. */
export const LARGE = 200;

/** Programs whose plain text is their table, cell for cell; a word processor's has a line per paragraph. */
const FROM_SPREADSHEET = /office:excel|ProgId[^>]*Excel|google-sheets-html-origin|x:str/i;
/** What plain text cannot carry. */
const PICTURE = /<img/i;
const COLOURS =
  /bgcolor|[\s;{"']background(-color)?\s*:\s*(?!none|white|transparent|auto|#fff)|[\s;{"']color\s*:\s*(?!black|windowtext|#000|auto|rgb\(0)/i;
/** The mark that the sheet puts on what was copied out of itself. */
const FROM_HERE = /data-copy-id/;
const MERGED = /\s(row|col)span\s*=/i;

/**
 * The texts of a large pasted block, row by row, when plain text and the cells' own colours say all there is to it;
 * `null` for everything that is better left to the spreadsheet (small, with pictures, copied within the sheet). Cells
 * that are merged down have their text in every row.
 */
export function readBlock({ htmlContent, textContent, files }: Pasted): string[][] | null {
  if (!textContent || (files && files.length > 0)) return null;
  if (htmlContent && (!FROM_SPREADSHEET.test(htmlContent) || FROM_HERE.test(htmlContent))) return null;
  if (htmlContent && (PICTURE.test(htmlContent) || !hasCellColoursOnly(htmlContent))) return null;
  const rows: string[][] = [];
  splitCells(textContent, '\t', (row, column, text) => {
    const cells = rows[row - 1] ?? [];
    rows[row - 1] = cells;
    cells[column] = text;
    return true;
  });
  if (rows.length < LARGE) return null;
  return htmlContent && MERGED.test(htmlContent) && !fillDown(rows, htmlContent) ? null : rows;
}

/** Whether a page has colours at all: most have none, and are not gone through. */
export function isColoured(html: string | undefined): html is string {
  return html !== undefined && COLOURS.test(html);
}

/** Plain text has the text of merged cells in the first row alone; the page tells how far down it goes. */
function fillDown(rows: string[][], html: string): boolean {
  const shape = mergedCells(html);
  if (shape?.rows !== rows.length) return false;
  for (const { row, column, down } of shape.merged) {
    const text = rows[row]?.[column] ?? '';
    for (const cells of rows.slice(row + 1, row + down)) cells[column] = text;
  }
  return true;
}
