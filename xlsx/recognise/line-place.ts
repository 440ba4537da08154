import { LINE_PLACE } from '../locale/zh-CN.ts';
import { columnName } from '../read/reference.ts';

/** A line of a table: a person's row, or of a table on its side the person's column, both counted from 1. */
export interface Line {
  readonly row: number;
  readonly transposed?: boolean | undefined;
}

/** Where a line stands, as it is said: 第 7 行; 第 C 列. */
export function linePlace({ row, transposed }: Line): string {
  return transposed === true ? LINE_PLACE.column(columnName(row - 1)) : LINE_PLACE.row(row);
}

/**
 * The cell of a line and a label: `C7`.
 * @param column of the label, 0-based; of a table on its side the label's row, counted from 0
 */
export function cellName({ row, transposed }: Line, column: number): string {
  return transposed === true ? columnName(row - 1) + String(column + 1) : columnName(column) + String(row);
}
