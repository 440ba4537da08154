import { squeezed } from './content.ts';

/**
 * The share of cells that hold the month of the ID number beside them, 0…1: what such a column is called does not
 * matter. Cells of a row have one index in both.
 */
export function birthShare(cells: readonly (string | undefined)[], ids: readonly (string | undefined)[]): number {
  let both = 0;
  let same = 0;
  for (const [at, cell] of cells.entries()) {
    const id = /^\d{6}(\d{4})(\d{2})\d{5}[\dXx]$/.exec(squeezed(ids[at] ?? ''));
    if (cell === undefined || id === null) continue;
    both++;
    const date = /^(\d{4})(?:[年./-])?(\d{1,2})(?!\d{3})/.exec(squeezed(cell));
    // 1990.10 may have lost its 0 as a number.
    if (date?.[1] === id[1] && (Number(date?.[2]) === Number(id[2]) || (date?.[2] === '1' && id[2] === '10'))) same++;
  }
  return both < 2 ? 0 : same / both;
}

/** Are the cells 1, 2, 3 … without a gap? */
export function isNumbered(cells: readonly string[]): boolean {
  return cells.length >= 2 && cells.every((cell, at) => squeezed(cell) === String(at + 1));
}
