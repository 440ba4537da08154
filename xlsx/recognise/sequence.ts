import type { Issue } from '../../records/types.ts';
import type { Entity } from '../../sheets-templates/schema.ts';
import { SEQUENCE_TEXT } from '../locale/zh-CN.ts';

interface NumberedRow {
  readonly row: number;
  readonly record: { readonly id: string };
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * `seq.order` (info): rows where the running number breaks off. It mends itself, since the program numbers anew; the
 * sender may have lost a row, though. One issue per break, not one for every row below it; blank numbers say nothing.
 */
export function sequenceIssues(entity: Entity, rows: readonly NumberedRow[]): { row: number; issue: Issue }[] {
  const field = entity.fields.find((f) => f.type === 'sequence')?.key;
  if (field === undefined) return [];
  const found: { row: number; issue: Issue }[] = [];
  let expected = 1;
  for (const { row, record, texts } of rows) {
    const value = (texts[field] ?? '').normalize('NFKC').trim();
    if (!/^\d{1,6}$/.test(value)) {
      expected++;
      continue;
    }
    if (Number(value) !== expected) {
      const message = SEQUENCE_TEXT.replace('{value}', value).replace('{expected}', String(expected));
      const issue = {
        rule: 'seq.order',
        severity: 'info',
        entity: entity.key,
        record: record.id,
        field,
        message,
        value,
      } as const;
      found.push({ row, issue });
    }
    expected = Number(value) + 1;
  }
  return found;
}
