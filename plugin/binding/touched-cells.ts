import type { IRange } from '@univerjs/core';
import type { SheetCell } from './bound-sheet.ts';

interface Params {
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
  readonly fromRange?: IRange;
  readonly toRange?: IRange;
}

/** Mutations after which cells may stand elsewhere, or other cells be joined. */
const SHAPE =
  /^sheet\.mutation\.(insert-|remove-(row|col|worksheet-merge)|delete-|move-(row|col)|reorder-range|add-worksheet-merge|set-worksheet-(row|column)-count)/;

/** The cells that a mutation wrote; `shape` when rows, columns or merges changed. */
export function touchedCells(id: string, params: Params): readonly SheetCell[] | 'shape' {
  if (id === 'sheet.mutation.set-range-values') {
    return Object.entries(params.cellValue ?? {}).flatMap(([row, cells]) =>
      Object.keys(cells ?? {}).map((column) => ({ row: Number(row), column: Number(column) })),
    );
  }
  if (id === 'sheet.mutation.move-range') return [...cellsOf(params.fromRange), ...cellsOf(params.toRange)];
  return SHAPE.test(id) ? 'shape' : [];
}

function cellsOf(range: IRange | undefined): SheetCell[] {
  const cells: SheetCell[] = [];
  if (!range) return cells;
  for (let row = range.startRow; row <= range.endRow; row++)
    for (let column = range.startColumn; column <= range.endColumn; column++) cells.push({ row, column });
  return cells;
}
