import type { Area, Cell, Sheet, SheetRow } from '../read/types.ts';

/** The cell of a row at a column (0-based). */
export function cellAt(row: SheetRow | undefined, column: number): Cell | undefined {
  return row?.cells.find((cell) => cell.column === column);
}

/** The rows of a sheet above one, without a look at those below it. */
export function rowsAbove({ rows }: Sheet, number: number): SheetRow[] {
  const end = rows.findIndex(({ row }) => row >= number);
  return rows.slice(0, end < 0 ? rows.length : end);
}

/** The first rows of a sheet below one, at most so many. */
export function rowsBelow({ rows }: Sheet, number: number, most: number): SheetRow[] {
  const start = rows.findIndex(({ row }) => row > number);
  return start < 0 ? [] : rows.slice(start, start + most);
}

/** A sheet's rows by number, and what merged cells show. */
export class Grid {
  constructor(readonly sheet: Sheet) {}

  row(number: number): SheetRow | undefined {
    const { rows } = this.sheet;
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.row ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    const row = rows[low];
    return row?.row === number ? row : undefined;
  }

  /** Merged areas that reach into a row. */
  mergesIn(row: number): readonly Area[] {
    return this.sheet.merges.filter((area) => area.top <= row && row <= area.bottom);
  }

  text(row: number, column: number): string {
    return cellAt(this.row(row), column)?.text ?? '';
  }
}

/** Walks down one column and answers the merged area that a row lies in; rows must be asked in ascending order. */
export class MergeCursor {
  readonly #areas: readonly Area[];
  #next = 0;

  constructor(merges: readonly Area[], column: number) {
    this.#areas = merges
      .filter((area) => area.bottom > area.top && area.left <= column && column <= area.right)
      .sort((a, b) => a.top - b.top);
  }

  /** No cell of this column is merged downward. */
  get empty(): boolean {
    return this.#areas.length === 0;
  }

  at(row: number): Area | undefined {
    while ((this.#areas[this.#next]?.bottom ?? Number.POSITIVE_INFINITY) < row) this.#next++;
    const area = this.#areas[this.#next];
    return area !== undefined && area.top <= row ? area : undefined;
  }
}
