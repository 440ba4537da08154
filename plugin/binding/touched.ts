import type { IRange } from '@univerjs/core';

/** What a mutation may have changed of the bound rows. */
export type Effect =
  /** Cells of these rows got other contents; bindings stay. */
  | { readonly kind: 'values'; readonly rows: readonly number[] }
  /** Whole rows moved with their cells; `rows` are new ones, `removed` says that rows were deleted as such. */
  | { readonly kind: 'rows'; readonly rows: readonly number[]; readonly removed: boolean }
  /** Cells moved: `source` tells per row of arrival where its contents stood before, if the whole body moved along. */
  | { readonly kind: 'cells'; readonly rows: readonly number[]; readonly source: ReadonlyMap<number, number> }
  /** Something not known: compare every row. */
  | { readonly kind: 'all' };

/** Mutations that change looks, sizes, columns or settings, never which contents stand in a bound cell. */
const CONTENT_FREE =
  /(theme|style|protection|permission-points|filter|criteria|filter-change|filter-range|height|width|hidden|visible|frozen|gridlines|tab-color|name|order|-data|merge|-count|right-to-left|empty|-sheet|worksheet-end|-col|-columns)$/;

const span = (range: IRange): number[] => {
  const rows: number[] = [];
  for (let row = range.startRow; row <= range.endRow; row++) rows.push(row);
  return rows;
};

/** Whether a mutation may have changed the header row right of the table. */
export function mayTouchHeaders(id: string, params: Params, headerRow: number): boolean {
  if (id === 'sheet.mutation.set-range-values') return params.cellValue?.[headerRow] !== undefined;
  return /^sheet\.mutation\.(insert-col|remove-col|move-col|move-range|reorder-range)/.test(id);
}

/** The columns whose contents `set-range-values` writes, per row; looks alone are none. */
export function writtenColumns({ cellValue = {} }: Params): ReadonlyMap<number, readonly number[]> {
  return new Map(
    Object.entries(cellValue).map(([row, cells]) => [
      Number(row),
      Object.entries(cells ?? {}).flatMap(([column, cell]) => (holdsContents(cell) ? [Number(column)] : [])),
    ]),
  );
}

const CONTENTS = ['v', 'p', 'f', 'si'];

/** A cell that is `null` is cleared, which is contents too. */
function holdsContents(cell: unknown): boolean {
  return typeof cell !== 'object' || cell === null || CONTENTS.some((key) => key in cell);
}

interface Params {
  readonly range?: IRange | readonly IRange[];
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
  readonly order?: Readonly<Record<string, number>>;
  readonly fromRange?: IRange;
  readonly toRange?: IRange;
}

/**
 * Reads a mutation's effect on a bound table whose body spans the columns `first`…`last`.
 * `reach` is the last column with texts of records, the clerk's own ones too. Anything unknown is `all`: slower, never wrong.
 */
export function effectOf(id: string, params: Params, first: number, last: number, reach = last): Effect | null {
  switch (id) {
    case 'sheet.mutation.set-range-values': {
      const rows: number[] = [];
      for (const [row, cells] of Object.entries(params.cellValue ?? {})) {
        if (cells && Object.keys(cells).some((c) => Number(c) >= first && Number(c) <= reach)) rows.push(Number(row));
      }
      return rows.length === 0 ? null : { kind: 'values', rows };
    }
    case 'sheet.mutation.insert-row':
      return params.range && !Array.isArray(params.range)
        ? { kind: 'rows', rows: span(params.range as IRange), removed: false }
        : { kind: 'all' };
    case 'sheet.mutation.remove-rows':
      return { kind: 'rows', rows: [], removed: true };
    case 'sheet.mutation.move-rows':
      return { kind: 'rows', rows: [], removed: false };
    case 'sheet.mutation.reorder-range': {
      const range = params.range as IRange | undefined;
      if (!range || !params.order) return { kind: 'all' };
      const whole = range.startColumn <= first + 1 && range.endColumn >= last;
      const source = new Map(Object.entries(params.order).map(([row, from]) => [Number(row), from]));
      return { kind: 'cells', rows: [...source.keys()], source: whole ? source : new Map() };
    }
    case 'sheet.mutation.move-range': {
      const { fromRange, toRange } = params;
      if (!fromRange || !toRange) return { kind: 'all' };
      const whole = fromRange.startColumn <= first + 1 && fromRange.endColumn >= last - 1;
      const straight = fromRange.startColumn === toRange.startColumn;
      const source = new Map<number, number>();
      if (whole && straight)
        for (const row of span(toRange)) source.set(row, fromRange.startRow + row - toRange.startRow);
      return { kind: 'cells', rows: [...new Set([...span(fromRange), ...span(toRange)])], source };
    }
    default:
      if (!id.startsWith('sheet.mutation.') || CONTENT_FREE.test(id)) return null;
      return { kind: 'all' };
  }
}
