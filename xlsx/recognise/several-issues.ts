import type { Issue } from '../../records/types.ts';
import { SEVERAL_TEXT } from '../locale/zh-CN.ts';
import { cellsOf } from './cell-of.ts';
import type { CheckedRecord, PlacedIssue } from './check-workbook.ts';
import type { RecognisedSheet } from './recognise.ts';
import { peopleIn } from './several-people.ts';

/**
 * `row.several` (error): a row that holds several people. Which of its cells are whose is the sender's to say, so it is
 * read as it stands; `rows`: where nothing else is to be said, every cell of theirs being wrong in the same way.
 */
export function severalIssues(
  sheet: Pick<RecognisedSheet, 'entity' | 'columns'> & { readonly records: readonly CheckedRecord[] },
): { readonly issues: readonly PlacedIssue[]; readonly rows: ReadonlySet<number> } {
  const rows = new Set<number>();
  const cells = cellsOf(sheet);
  const issues = sheet.records.flatMap(({ row, record, texts }): PlacedIssue[] => {
    const names = peopleIn(texts);
    if (names.length < 2) return [];
    rows.add(row);
    const value = names.join('、');
    const message = SEVERAL_TEXT.replaceAll('{n}', String(names.length)).replace('{value}', value);
    const issue: Issue = {
      rule: 'row.several',
      severity: 'error',
      entity: sheet.entity,
      record: record.id,
      field: 'name',
      message,
      value,
    };
    return [{ ...issue, row, cell: cells.at(row, 'name') }];
  });
  return { issues, rows };
}
