import type { IUndoRedoItem } from '@univerjs/core';
import type { BindingService } from '../binding/binding.service.ts';
import type { BoundTable } from '../binding/bound-table.ts';

/** Rows that are written and judged together. */
const BATCH = 60;

/** A block of texts on its way into the free rows of a table: a few rows at a time, and one step to undo. */
export class BlockPaste {
  private at = 0;
  private readonly item: IUndoRedoItem;

  /** @param row The sheet's row, from 0, where the block's first row goes; all rows it reaches are free. */
  constructor(
    private readonly binding: BindingService,
    private readonly table: BoundTable,
    private readonly rows: readonly (readonly string[])[],
    private readonly row: number,
    private readonly column: number,
  ) {
    this.item = { unitID: table.sheet.unitId, undoMutations: [], redoMutations: [] };
  }

  get done(): boolean {
    return this.at >= this.rows.length;
  }

  /** Writes rows for about `milliseconds`, at least a few; what is written is in the records when this returns. */
  step(milliseconds: number): void {
    const end = performance.now() + milliseconds;
    do {
      const batch = this.rows.slice(this.at, this.at + BATCH);
      this.table.fill(this.row + this.at, this.column, batch, this.row + this.rows.length - 1);
      this.at += batch.length;
      // The step is on the stack from the first rows on: whatever is undone meanwhile is undone in its order.
      this.binding.settleInto(this.item);
    } while (!this.done && performance.now() < end);
  }
}

/** Whether a block may go into these rows piece by piece: nobody and nothing stands there, and nothing hides them. */
export function isFree(table: BoundTable, row: number, rows: number, columns: readonly number[]): boolean {
  const { sheet, map } = table;
  if (row < sheet.firstRow || columns.some((column) => !sheet.carries(column))) return false;
  const last = row + rows - 1;
  if (sheet.worksheet.getMergeData().some((m) => m.startRow <= last && m.endRow >= row)) return false;
  for (let at = row; at <= Math.min(last, sheet.rowCount - 1); at++) {
    if (map.idAt(at) !== null || sheet.worksheet.getRowFiltered(at) || !sheet.worksheet.getRowVisible(at)) return false;
    if (!sheet.isBlank(at)) return false;
  }
  return true;
}
