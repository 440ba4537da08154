import { type IColumnData, type IStyleData, type Nullable, WrapStrategy } from '@univerjs/core';
import { fitsOneLine, lineCount } from '../../xlsx/splice/row-height.ts';

/** A column whose texts wrap. */
export interface WrappedColumn {
  readonly field: string;
  /** Full-width characters on a line. */
  readonly capacity: number;
  /** Height of a line in pixels. */
  readonly line: number;
  /** Lines by text, as counted so far: 结对干部 and 身份 repeat by the thousand. */
  readonly counted: Map<string, number>;
}

const POINTS_TO_PIXELS = 4 / 3;
/** Line pitch over font size; the same that exported rows are given. */
const PITCH = 1.35;
/** Space left and right of a cell's text, in pixels. */
const MARGIN = 6;

/** How many texts a column remembers. */
const REMEMBERED = 2_000;

/** Excel shows no row higher than this: 409 points, in pixels. */
const HIGHEST = 545;

/** The columns of a table whose texts wrap, by the styles of its sample row. */
export function wrappedColumns(
  columns: readonly { readonly column: number; readonly field: string; readonly style: Nullable<IStyleData> }[],
  widthOf: (column: number) => number,
): WrappedColumn[] {
  return columns.flatMap(({ column, field, style }) => {
    if (style?.tb !== WrapStrategy.WRAP) return [];
    const size = (style.fs ?? 11) * POINTS_TO_PIXELS;
    return [
      { field, capacity: Math.max(1, (widthOf(column) - MARGIN) / size), line: size * PITCH, counted: new Map() },
    ];
  });
}

/** The height in pixels that a row's texts need; 0 where every text fits on one line. */
export function neededHeight(columns: readonly WrappedColumn[], text: (field: string) => string): number {
  let needed = 0;
  for (const { field, capacity, line, counted } of columns) {
    const value = text(field);
    if (fitsOneLine(value, capacity)) continue;
    let lines = counted.get(value);
    if (lines === undefined) {
      if (counted.size >= REMEMBERED) counted.clear();
      lines = lineCount(value, capacity);
      counted.set(value, lines);
    }
    if (lines > 1) needed = Math.min(HIGHEST, Math.max(needed, Math.ceil(lines * line) + 4));
  }
  return needed;
}

/** The width of a column as stored. */
export function storedWidth(
  columnData: Nullable<Readonly<Record<number, Partial<IColumnData>>>>,
  column: number,
  standard: number,
): number {
  return columnData?.[column]?.w ?? standard;
}
