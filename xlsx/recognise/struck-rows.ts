import type { Issue } from '../../records/types.ts';
import { STRUCK_TEXT } from '../locale/zh-CN.ts';
import { cellsOf } from './cell-of.ts';
import type { CheckedRecord, PlacedIssue } from './check-workbook.ts';
import type { RecognisedSheet } from './recognise.ts';

/**
 * `row.struck` (info): people whose name or ID number is crossed out. Whether they have left is the sender's to say; they
 * are read like everybody.
 */
export function struckIssues(
  sheet: Pick<RecognisedSheet, 'entity' | 'columns' | 'struck' | 'transposed'> & {
    readonly records: readonly CheckedRecord[];
  },
): readonly PlacedIssue[] {
  if (sheet.struck === undefined) return [];
  const telling = new Set(
    sheet.columns.flatMap(({ column, field }) => (field === 'name' || field === 'idNumber' ? [column] : [])),
  );
  const rows = new Set(sheet.struck.flatMap(({ row, column }) => (telling.has(column) ? [row] : [])));
  const cells = cellsOf(sheet);
  return sheet.records.flatMap(({ row, record, texts }): PlacedIssue[] => {
    if (!rows.has(row)) return [];
    const issue: Issue = {
      rule: 'row.struck',
      severity: 'info',
      entity: sheet.entity,
      record: record.id,
      field: 'name',
      message: STRUCK_TEXT,
      value: texts.name ?? '',
    };
    return [{ ...issue, row, cell: cells.at(row, 'name') }];
  });
}
