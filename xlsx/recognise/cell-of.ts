import { columnName } from '../read/reference.ts';
import type { ColumnUse } from './columns.ts';

/** Where a field of a row stands on a received sheet; the row's first known cell where it has no column for the field. */
export class CellFinder {
  readonly #columns = new Map<string, string>();

  constructor(columns: readonly ColumnUse[]) {
    for (const { column, field } of columns) {
      if (field !== undefined && !this.#columns.has(field)) this.#columns.set(field, columnName(column));
    }
  }

  /** `K7` */
  at(row: number, field: string): string {
    return `${this.#columns.get(field) ?? this.#columns.get('name') ?? this.#columns.values().next().value ?? 'A'}${row}`;
  }

  /** `K7`; `undefined` where the sheet has no column for the field. */
  own(row: number, field: string): string | undefined {
    const column = this.#columns.get(field);
    return column === undefined ? undefined : `${column}${row}`;
  }
}
