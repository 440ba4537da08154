import { isJsonObject, textOf } from '../../records/value.ts';
import { cellsOf } from './cell-of.ts';
import type { CheckedSheet } from './check-workbook.ts';

/** One cell whose text was brought into its normal form. The text as received stays with the record. */
export interface Normalised {
  readonly row: number;
  /** `K7`; '' where the field has no column of its own (a village lent by a title). */
  readonly cell: string;
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What was normalised on a sheet, cell by cell, in the order of the rows. */
export function normalisedCells(sheet: CheckedSheet): Normalised[] {
  const columns = new Set(sheet.columns.flatMap(({ field }) => field ?? []));
  const places = cellsOf(sheet);
  return sheet.records.flatMap(({ row, record, lent }) => {
    // A blank cell that took the village of the block above is a change as well: from nothing.
    const blank = Object.fromEntries((lent ?? []).map((field) => [field, '']));
    const original = { ...(isJsonObject(record.original) ? record.original : {}), ...blank };
    const fields = [...columns, ...Object.keys(original).filter((field) => !columns.has(field))];
    return fields.flatMap((field): Normalised[] => {
      if (!Object.hasOwn(original, field)) return [];
      const cell = places.own(row, field) ?? '';
      return [{ row, cell, field, from: textOf(original[field]), to: textOf(record[field]) }];
    });
  });
}
