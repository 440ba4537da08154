import type { RecordStore } from '../../records/store.contract.ts';
import type { Figure } from '../../sheets-templates/matrix-binding.ts';
import { figureValue } from './figure-value.ts';
import { quarterlyOf } from './from-store.ts';
import { quartersOf } from './quarter.ts';
import { LEVELS, type QuarterlyRow } from './types.ts';

/** The review of a row that a column asks for, such as `{ level: 'township', quarter: '3' }`; `null`: none yet. */
export function reviewAt(row: QuarterlyRow, where: Readonly<Record<string, string>>): string | null {
  const level = LEVELS.find((known) => known === where['level']);
  const mark = level && row.marks[Number(where['quarter']) - 1]?.[level];
  return mark?.review ?? null;
}

/** What the quarterly table of a year (the reference date's without) shows beside the people's own fields, computed once. */
export function quarterlyValues(
  store: RecordStore,
  year?: number,
): {
  child(id: string, where: Readonly<Record<string, string>>): string | null;
  figure(id: string, figure: Figure): string | number;
} {
  const rows = new Map(
    quarterlyOf(store, year === undefined ? undefined : quartersOf(year)).rows.map((row) => [row.person.id, row]),
  );
  return {
    child(id, where) {
      const row = rows.get(id);
      return row ? reviewAt(row, where) : null;
    },
    figure(id, figure) {
      const row = rows.get(id);
      return row ? figureValue(row, figure) : '';
    },
  };
}
