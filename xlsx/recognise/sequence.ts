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
 * sender may have lost a row, though. `goesOn`: the table goes on from one beside or above it. One issue per break, not one for every row below it; blank numbers say nothing.
 */
export function sequenceIssues(
  entity: Entity,
  rows: readonly NumberedRow[],
  goesOn = false,
): { row: number; issue: Issue }[] {
  const field = entity.fields.find((f) => f.type === 'sequence')?.key;
  if (field === undefined) return [];
  const found: { row: number; issue: Issue }[] = [];
  let expected: number | undefined = goesOn ? undefined : 1;
  let village = '';
  for (const { row, record, texts } of rows) {
    // Numbered village by village, each from 1.
    const own: string = texts.village ?? village;
    const fresh = own !== village && village !== '';
    village = own;
    const value = (texts[field] ?? '').normalize('NFKC').trim();
    if (!/^\d{1,6}$/.test(value)) {
      if (expected !== undefined) expected++;
      continue;
    }
    if (expected !== undefined && Number(value) !== expected && !(fresh && Number(value) === 1)) {
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
