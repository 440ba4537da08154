import { parseArea } from './reference.ts';
import type { Cell, SheetRow } from './types.ts';

/** A formula whose result the file does not hold; programs that write files without calculating leave such. */
export interface Uncalculated {
  /** 1-based. */
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  readonly formula: string;
}

/** More of them are not listed one by one. */
export const MOST_UNCALCULATED = 20_000;
const LONGEST_CHAIN = 50;

/**
 * Puts in what is certain without calculating: a formula that only names another cell of the sheet (`=B3`) shows what
 * that cell shows. Answers the rows, and what is left.
 */
export function resolveReferences(
  rows: readonly SheetRow[],
  lost: readonly Uncalculated[],
): { readonly rows: readonly SheetRow[]; readonly uncalculated: readonly Uncalculated[] } {
  if (lost.length === 0) return { rows, uncalculated: lost };
  const byPlace = new Map(lost.map((one) => [`${one.row} ${one.column}`, one]));
  const byRow = new Map(rows.map((row) => [row.row, row.cells]));
  const shown = (one: Uncalculated, steps: number): Cell | undefined => {
    const target = /^\$?[A-Za-z]{1,3}\$?\d{1,7}$/.test(one.formula)
      ? parseArea(one.formula.replaceAll('$', ''))
      : undefined;
    if (target === undefined || steps > LONGEST_CHAIN) return undefined;
    const next = byPlace.get(`${target.top} ${target.left}`);
    if (next !== undefined) return shown(next, steps + 1);
    return byRow.get(target.top)?.find(({ column }) => column === target.left);
  };
  const added = new Map<number, Cell[]>();
  const uncalculated: Uncalculated[] = [];
  for (const one of lost) {
    const cell = shown(one, 0);
    if (cell === undefined) uncalculated.push(one);
    else added.set(one.row, [...(added.get(one.row) ?? []), { ...cell, column: one.column }]);
  }
  if (added.size === 0) return { rows, uncalculated };
  for (const [row, cells] of added)
    byRow.set(
      row,
      [...(byRow.get(row) ?? []), ...cells].sort((a, b) => a.column - b.column),
    );
  const all = [...byRow].map(([row, cells]) => ({ row, cells })).sort((a, b) => a.row - b.row);
  return { rows: all, uncalculated };
}
