import type { SourceRow } from '../../records/merge/types.ts';
import type { CheckedSheet, CheckedWorkbook } from './check-workbook.ts';

/** A checked workbook's people as merging takes them. `date`: the file's, `2017-11-30`. */
export function sourceRows(file: string, checked: CheckedWorkbook, date?: string): SourceRow[] {
  return checked.sheets.flatMap((sheet) => sheetRows(file, sheet, date));
}

function sheetRows(file: string, sheet: CheckedSheet, date: string | undefined): SourceRow[] {
  const stated = new Set(sheet.columns.flatMap(({ field }) => field ?? []));
  return sheet.records.map(({ row, record, knownId }) => ({
    file,
    sheet: sheet.sheet,
    row,
    record,
    stated,
    ...(knownId === undefined ? {} : { knownId }),
    ...(date === undefined ? {} : { date }),
  }));
}
