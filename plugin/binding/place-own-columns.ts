import { CellValueType, type ICellData, type IWorksheetData } from '@univerjs/core';
import type { RecordStore } from '../../records/store.contract.ts';
import { headersOf, type OwnColumn, ownColumns, ownText } from './own-columns.ts';

/** The style of an own column's cells: text, so that numbers keep their digits. */
export const TEXT_STYLE = { id: 'mingce-text', style: { n: { pattern: '@' } } } as const;

type Cells = NonNullable<IWorksheetData['cellData']>;
type Sheet = Partial<IWorksheetData> & { cellData: Cells };

/** The own columns of a stored sheet, and one more for every header that only records know. */
function columnsOf(sheet: Sheet, headerRow: number, lastColumn: number, headers: readonly string[]): OwnColumn[] {
  const row = sheet.cellData[headerRow] ?? {};
  sheet.cellData[headerRow] = row;
  const texts: [number, string][] = [];
  for (const key of Object.keys(row)) {
    const column = Number(key);
    const text = row[column]?.v ?? '';
    if (column <= lastColumn || text === '') continue;
    texts.push([column, String(text)]);
  }
  const known = new Set(texts.map(([, text]) => text.trim()));
  const missing = headers.filter((header) => !known.has(header));
  // Right of everything: texts without a header are the clerk's notes, not somebody's field.
  let last = missing.length === 0 ? lastColumn : lastUsed(sheet.cellData, lastColumn);
  for (const header of missing) {
    row[++last] = { v: header, t: CellValueType.STRING };
    texts.push([last, header]);
  }
  sheet.columnCount = Math.max(sheet.columnCount ?? 0, last + 2);
  return ownColumns(texts.sort(([a], [b]) => a - b));
}

/** The last column with a text in any row, from `least` on. */
function lastUsed(cells: Cells, least: number): number {
  let last = least;
  for (const key of Object.keys(cells)) {
    const row = cells[Number(key)] ?? {};
    for (const column of Object.keys(row)) {
      const cell = row[Number(column)];
      if (Number(column) > last && cell && ((cell.v ?? '') !== '' || cell.p || cell.f)) last = Number(column);
    }
  }
  return last;
}

/**
 * Makes own columns for the texts of records that have none yet.
 * @returns What writes a record's own texts into the cells of its row
 */
export function placeOwnColumns(
  sheet: Sheet,
  place: { readonly headerRow: number; readonly lastColumn: number; readonly entity: string },
  store: RecordStore,
): (id: string, cells: Cells[number]) => void {
  const { headerRow, lastColumn, entity } = place;
  const records = store.ids(entity).map((id) => store.get(entity, id));
  const columns = columnsOf(sheet, headerRow, lastColumn, headersOf(records));
  if (columns.length === 0) return () => {};
  return (id, cells) => {
    const record = store.get(entity, id);
    for (const { column, header } of columns) {
      const text = ownText(record, header);
      const cell: ICellData = { ...cells[column], s: cells[column]?.s ?? TEXT_STYLE.id };
      cells[column] = text === '' ? cell : { ...cell, v: text, t: CellValueType.STRING };
    }
  };
}
