import type { ICellData, IWorksheetData } from '@univerjs/core';
import type { PrintNames } from '../package/print-names.ts';
import { columnName } from '../read/reference.ts';

/** How a sheet of a saved workbook prints. */
export interface BookPage {
  readonly names: PrintNames;
  /** Stands before everything else of the sheet. */
  readonly properties: string;
  /** Stands behind the merges. */
  readonly setup: string;
}

type Sheet = Partial<IWorksheetData>;

/** Between the margins of A4 upright, in pixels: 210 mm less 2 × 10 mm. */
const UPRIGHT = Math.floor((190 / 25.4) * 96);

/**
 * A4, upright where the sheet's columns have room there, else lying and as wide as the page. Printed is what stands in
 * cells, with no page of blank lines behind it; of the rows that stay in view, those below the title are repeated on
 * every page, as the official forms have it.
 */
export function bookPage(sheet: Sheet, footer: string): BookPage {
  const { rows, columns } = extent(sheet);
  const titles = repeated(sheet);
  const wide = pixels(sheet, columns) > UPRIGHT;
  return {
    names: {
      ...(rows === 0 ? {} : { area: `A1:${columnName(columns - 1)}${rows}` }),
      ...(titles === null ? {} : { titles }),
    },
    properties: wide ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    setup: [
      '<printOptions horizontalCentered="1"/>',
      '<pageMargins left="0.3937" right="0.3937" top="0.4724" bottom="0.5512" header="0.2362" footer="0.2362"/>',
      `<pageSetup paperSize="9"${wide ? ' fitToHeight="0"' : ''} orientation="${wide ? 'landscape' : 'portrait'}"/>`,
      titles === null ? '' : footer,
    ].join(''),
  };
}

/** How many rows and columns reach to the last cell with something in it, merges included. */
function extent({ cellData = {}, mergeData = [] }: Sheet): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (const [row, line] of Object.entries(cellData)) {
    for (const [column, cell] of Object.entries<ICellData | null>(line ?? {})) {
      if (!isFilled(cell)) continue;
      rows = Math.max(rows, Number(row) + 1);
      columns = Math.max(columns, Number(column) + 1);
    }
  }
  for (const { startRow, startColumn, endRow, endColumn } of mergeData) {
    if (startRow >= rows || startColumn >= columns) continue;
    rows = Math.max(rows, endRow + 1);
    columns = Math.max(columns, endColumn + 1);
  }
  return { rows, columns };
}

/** The frozen rows from the first that has several texts: what is above it is a title. */
function repeated({ freeze, cellData = {} }: Sheet): readonly [number, number] | null {
  const last = Math.max(0, freeze?.ySplit ?? 0);
  for (let row = 0; row < last; row++) {
    const line = cellData[row] ?? {};
    if (Object.keys(line).filter((column) => isFilled(line[Number(column)])).length > 1) return [row + 1, last];
  }
  return null;
}

function pixels({ columnData = {}, defaultColumnWidth = 72 }: Sheet, columns: number): number {
  let sum = 0;
  for (let column = 0; column < columns; column++) {
    const { w = defaultColumnWidth, hd } = columnData[column] ?? {};
    sum += hd ? 0 : w;
  }
  return sum;
}

function isFilled(cell: ICellData | null | undefined): boolean {
  return !!cell && ((cell.v !== undefined && cell.v !== null && cell.v !== '') || !!cell.f || !!cell.p);
}
