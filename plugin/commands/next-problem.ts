import type { SheetCell } from '../binding/bound-sheet.ts';
import type { TableFace } from '../binding/table-face.ts';

/** The columns of a row with something wrong in them, from left to right. */
function columnsWithProblems(table: TableFace, row: number): number[] {
  const id = table.map.idAt(row);
  if (id === null) return [];
  const fields = new Set(table.options.store.issuesOf(table.options.entity, id).map((issue) => issue.field));
  return table.sheet.columns.filter(({ field }) => fields.has(field)).map(({ column }) => column);
}

/** The next (`by` 1) or previous (-1) cell with a problem, row by row, round and round; `null` where there is none. */
export function nextProblem(table: TableFace, from: SheetCell, by: 1 | -1): SheetCell | null {
  const first = table.sheet.firstRow;
  const count = table.map.lastRow - first + 1;
  if (count <= 0) return null;
  const start = Math.min(Math.max(from.row, first), first + count - 1) - first;
  for (let step = 0; step <= count; step++) {
    const row = first + ((((start + by * step) % count) + count) % count);
    const columns = columnsWithProblems(table, row);
    if (by < 0) columns.reverse();
    const beyond = (column: number): boolean =>
      step > 0 || row !== from.row || (by > 0 ? column > from.column : column < from.column);
    const column = columns.find(beyond);
    if (column !== undefined) return { row, column };
  }
  return null;
}
