import { isJsonObject, textOf } from '../../records/value.ts';
import type { CheckedSheet } from '../../xlsx/recognise/check-workbook.ts';
import { type ColumnAnswer, layoutOf } from '../../xlsx/recognise/column-answers.ts';

/** One column of a received table, and what it is taken for. */
export interface ColumnItem {
  readonly column: number;
  readonly header: string;
  /** '' for a column of the sender's own. */
  readonly field: string;
  /** What stands in its first cells. */
  readonly sample: string;
  /** Told by its cells or a likeness only. */
  readonly doubtful: boolean;
}

/** From here on a header says surely what its column is. */
const SURE = 0.8;

/** A form has places, not columns. */
export function hasColumns({ records, transposed }: CheckedSheet): boolean {
  return transposed === true || records.every(({ cells }) => cells === undefined);
}

const isDoubtful = ({ field = '', score }: CheckedSheet['columns'][number]): boolean => field !== '' && score < SURE;

/** How many columns are told by their cells or a likeness only. */
export function doubtfulCount({ columns }: CheckedSheet): number {
  return columns.filter(isDoubtful).length;
}

/** The columns of a table as they are proposed: as `answer` says, else as they were found. */
export function columnItems(sheet: CheckedSheet, answer?: ColumnAnswer): readonly ColumnItem[] {
  return sheet.columns.map((use, at) => {
    const { column, header, field = '' } = use;
    return {
      column,
      header,
      field: answer?.fields[at] ?? field,
      sample: samples(sheet, header, field),
      doubtful: isDoubtful(use),
    };
  });
}

export function answerOf(sheet: CheckedSheet, fields: readonly string[]): ColumnAnswer {
  return { layout: layoutOf(sheet.columns), fields };
}

function samples({ records }: CheckedSheet, header: string, field: string): string {
  const found: string[] = [];
  for (const { texts, record } of records) {
    const { extra } = record;
    const own = isJsonObject(extra) ? textOf(extra[header]) : '';
    const text = field === '' ? own : (texts[field] ?? '');
    if (text !== '' && !found.includes(text)) found.push(text);
    if (found.length === 2) break;
  }
  return found.join('、');
}
