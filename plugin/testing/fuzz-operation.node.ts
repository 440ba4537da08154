import { type IRange, RANGE_TYPE } from '@univerjs/core';
import type { OpenTable } from './create-test-bed.node.ts';
import { COLUMNS } from './fuzz-values.ts';
import type { Block, PlainGrid } from './plain-grid.ts';
import type { Random } from './random.ts';

/** One thing that a clerk does: on the sheet, and what it plainly means for a grid of texts, if anything plain. */
export interface Operation {
  readonly name: string;
  readonly run: (sheet: OpenTable) => Promise<unknown>;
  readonly plain?: (grid: PlainGrid) => void;
  /** Every person with an ID number of their own is the same record afterwards. */
  readonly keepsIdentity: boolean;
  /** Of a paste: whether it writes this cell (rows from the first person's). */
  readonly reaches?: (row: number, column: number) => boolean;
}

export const LAST = COLUMNS.remark;
/** Rows of the sheet above the first person. */
export const HEAD = 3;

export const ids = ({ table }: OpenTable) => ({ unitId: table.sheet.unitId, subUnitId: table.sheet.subUnitId });
export const rangeOf = ({ top, bottom, left, right }: Block): IRange => ({
  startRow: top + HEAD,
  endRow: bottom + HEAD,
  startColumn: left,
  endColumn: right,
});
export const rowsOf = (top: number, bottom: number): IRange => ({
  ...rangeOf({ top, bottom, left: 0, right: 19 }),
  rangeType: RANGE_TYPE.ROW,
});

export type Maker = (random: Random, grid: PlainGrid) => Operation;

export const someBlock = (random: Random, grid: PlainGrid, tall = 4): Block => {
  const top = random.int(0, grid.length);
  const left = random.int(1, LAST);
  const whole = random.chance(0.4);
  return {
    top,
    bottom: top + random.int(0, tall - 1),
    left: whole ? 0 : left,
    right: whole ? LAST : Math.min(LAST, left + random.int(0, 4)),
  };
};
