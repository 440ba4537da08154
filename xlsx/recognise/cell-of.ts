import { columnName } from '../read/reference.ts';
import type { CheckedSheet } from './check-workbook.ts';

/** Where a field of a row stands on a received sheet; the row's first known cell where it has no column for the field. */
export class CellFinder {
  readonly #columns = new Map<string, string>();

  /** Of forms: the cells of each record, by its row. */
  readonly #own = new Map<number, Readonly<Record<string, string>>>();

  constructor({ columns, records }: Pick<CheckedSheet, 'columns' | 'records'>) {
    for (const { row, cells } of records) if (cells !== undefined) this.#own.set(row, cells);
    for (const { column, field } of columns) {
      if (field !== undefined && !this.#columns.has(field)) this.#columns.set(field, columnName(column));
    }
  }

  /** `K7` */
  at(row: number, field: string): string {
    const own = this.#own.get(row);
    if (own !== undefined) return own[field] ?? own.name ?? `A${row}`;
    return `${this.#columns.get(field) ?? this.#columns.get('name') ?? this.#columns.values().next().value ?? 'A'}${row}`;
  }

  /** `K7`; `undefined` where the sheet has no column for the field. */
  own(row: number, field: string): string | undefined {
    const own = this.#own.get(row);
    if (own !== undefined) return own[field];
    const column = this.#columns.get(field);
    return column === undefined ? undefined : `${column}${row}`;
  }
}

const finders = new WeakMap<CheckedSheet['records'], CellFinder>();

/** The finder of a sheet, made once however many ask. */
export function cellsOf(sheet: Pick<CheckedSheet, 'columns' | 'records'>): CellFinder {
  const known = finders.get(sheet.records);
  if (known !== undefined) return known;
  const finder = new CellFinder(sheet);
  finders.set(sheet.records, finder);
  return finder;
}
