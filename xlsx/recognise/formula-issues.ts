import type { Issue } from '../../records/types.ts';
import { NO_VALUE_TEXT } from '../locale/zh-CN.ts';
import type { CheckedRecord, PlacedIssue } from './check-workbook.ts';
import { cellName } from './line-place.ts';
import type { RecognisedSheet } from './recognise.ts';

/**
 * `cell.noValue`: cells of people that hold a formula without its result. Where the field must not be blank it is an
 * error and stands for it; else a warning. Running numbers are the program's own.
 */
export function formulaIssues(
  sheet: Pick<RecognisedSheet, 'entity' | 'columns' | 'uncalculated' | 'transposed'> & {
    readonly records: readonly CheckedRecord[];
  },
  required: readonly PlacedIssue[],
): { readonly issues: readonly PlacedIssue[]; readonly replaced: ReadonlySet<PlacedIssue> } {
  const replaced = new Set<PlacedIssue>();
  const lost = sheet.uncalculated ?? [];
  if (lost.length === 0) return { issues: [], replaced };
  const fields = new Map(sheet.columns.map(({ column, field }) => [column, field]));
  const records = new Map(sheet.records.map((record) => [record.row, record]));
  const blanks = new Map<string, PlacedIssue>();
  for (const issue of required) {
    const place = `${issue.row} ${issue.field}`;
    if (issue.rule === 'required' && !blanks.has(place)) blanks.set(place, issue);
  }
  const issues = lost.flatMap(({ row, column, formula }): PlacedIssue[] => {
    const field = fields.get(column);
    const own = records.get(row);
    if (field === undefined || field === 'seq' || own === undefined) return [];
    const blank = blanks.get(`${row} ${field}`);
    if (blank !== undefined) replaced.add(blank);
    const issue: Issue = {
      rule: 'cell.noValue',
      severity: blank === undefined ? 'warning' : 'error',
      entity: sheet.entity,
      record: own.record.id,
      field,
      message: NO_VALUE_TEXT,
      value: `=${formula}`,
    };
    return [{ ...issue, row, cell: cellName({ row, transposed: sheet.transposed }, column) }];
  });
  return { issues, replaced };
}
