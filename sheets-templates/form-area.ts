/** A block of cells, rows and columns from 1, both ends in it. */
export interface CellBlock {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** `B3:D3` or `B3` as a block. @throws RangeError when the text is neither; schemas check it beforehand. */
export function readBlock(area: string): CellBlock {
  const [from = '', to = from] = area.split(':');
  const [first, last] = [corner(from), corner(to)];
  return { left: first.column, top: first.row, right: last.column, bottom: last.row };
}

/** The first cell of an area: `B3:D3` → `B3`. */
export function firstCell(area: string): string {
  return area.split(':')[0] ?? area;
}

/** The first and last column of `B:D` or `B`, from 1. */
export function readColumns(range: string): { readonly left: number; readonly right: number } {
  const [from = '', to = from] = range.split(':');
  return { left: number(from), right: number(to) };
}

function corner(cell: string): { readonly column: number; readonly row: number } {
  const match = /^([A-Z]{1,3})([1-9][0-9]*)$/.exec(cell);
  if (match === null) throw new RangeError(`no cell: ${cell}`);
  return { column: number(match[1] ?? ''), row: Number(match[2]) };
}

function number(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
