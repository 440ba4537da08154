import { isJsonObject, textOf } from '../../records/value.ts';
import { cellsOf } from './cell-of.ts';
import type { CheckedChild, CheckedRecord, CheckedSheet } from './check-workbook.ts';

/** One cell whose text was brought into its normal form. The text as received stays with the record. */
export interface Normalised {
  readonly row: number;
  /** `K7`; '' where the field has no column of its own (a village lent by a title). */
  readonly cell: string;
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/**
 * What a record says otherwise than its cells, cell by cell, in the order of the rows: normal forms, 同上, and blank cells
 * that took the text of the block above or what the ID number says.
 */
export function normalisedCells(sheet: CheckedSheet): Normalised[] {
  const columns = new Set(sheet.columns.flatMap(({ field }) => field ?? []));
  const places = cellsOf(sheet);
  return sheet.records.flatMap((checked) => {
    const { row, record, stated, children = [] } = checked;
    const original = originalsOf(checked, stated ?? columns);
    const below = children.flatMap(childCells);
    if (original.size === 0) return below;
    const fields = [...columns, ...[...original.keys()].filter((field) => !columns.has(field))];
    const own = fields.flatMap((field): Normalised[] => {
      const from = original.get(field);
      if (from === undefined) return [];
      const cell = places.own(row, field) ?? '';
      return [{ row, cell, field, from, to: textOf(record[field]) }];
    });
    return [...own, ...below];
  });
}

/** The same of a training, a review and the like on a form. */
function childCells({ row, cells, record }: CheckedChild): Normalised[] {
  if (!isJsonObject(record.original)) return [];
  return Object.entries(record.original).map(([field, from]) => {
    return { row, cell: cells[field] ?? '', field, from: textOf(from), to: textOf(record[field]) };
  });
}

/** By field what the cell says, where the record says something else. */
function originalsOf(checked: CheckedRecord, stated: Iterable<string>): ReadonlyMap<string, string> {
  const { record, texts, lent, dittos } = checked;
  const original = new Map<string, string>();
  for (const field of stated)
    if ((texts[field] ?? '').trim() === '' && textOf(record[field]) !== '') original.set(field, '');
  if (isJsonObject(record.original))
    for (const [field, text] of Object.entries(record.original)) original.set(field, textOf(text));
  for (const [field, text] of Object.entries(dittos ?? {})) original.set(field, text);
  // From nothing to what stands above is a change as well.
  for (const field of lent ?? []) original.set(field, '');
  return original;
}
