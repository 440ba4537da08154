/** Columns and rows count from 1. */
export interface CellRef {
  readonly column: number;
  readonly row: number;
}

/** A block of cells, both corners in it. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A → 1, AA → 27. */
export function columnNumber(name: string): number {
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** `$B$4` or `B4`; undefined when it is no cell of a sheet. */
export function parseCell(text: string): CellRef | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(text);
  if (match === null) return undefined;
  const [, name = '', digits = ''] = match;
  const cell = { column: columnNumber(name), row: Number(digits) };
  return cell.column <= MAX_COLUMN && cell.row <= MAX_ROW ? cell : undefined;
}

/** `B4:C9`, `B4`, `4:9`, `B:C`; undefined when it is no range of a sheet. */
export function parseArea(text: string): Area | undefined {
  const [first = '', second = first] = text.replaceAll('$', '').split(':');
  const from = parseCorner(first, 1, 1);
  const to = parseCorner(second, MAX_COLUMN, MAX_ROW);
  if (from === undefined || to === undefined || text.split(':').length > 2) return undefined;
  return {
    left: Math.min(from.column, to.column),
    top: Math.min(from.row, to.row),
    right: Math.max(from.column, to.column),
    bottom: Math.max(from.row, to.row),
  };
}

function parseCorner(text: string, column: number, row: number): CellRef | undefined {
  if (/^[A-Za-z]{1,3}$/.test(text)) return { column: columnNumber(text), row };
  if (/^[1-9][0-9]{0,6}$/.test(text)) return { column, row: Number(text) };
  return parseCell(text);
}

export function formatCell(cell: CellRef): string {
  return columnName(cell.column) + cell.row;
}

/** `B4:C9`, or `B4` for one cell. */
export function formatArea(area: Area): string {
  const from = formatCell({ column: area.left, row: area.top });
  const to = formatCell({ column: area.right, row: area.bottom });
  return from === to ? from : `${from}:${to}`;
}
