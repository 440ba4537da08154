import type { ICellData, IObjectMatrixPrimitiveType, IUndoRedoItem } from '@univerjs/core';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import type { BindingService } from '../binding/binding.service.ts';
import type { BoundCells } from '../binding/bound-cells.ts';
import { textCell } from '../binding/cell-text.ts';
import type { TextBlock } from '../binding/text-block.ts';

/** Few enough for a frame. */
const BATCH = 60;

/** A block of texts on its way into a sheet of single cells: a few rows at a time, and one step to undo. */
export class CellsPaste {
  private at = 0;
  private readonly item: IUndoRedoItem;

  constructor(
    private readonly binding: BindingService,
    private readonly cells: BoundCells,
    private readonly block: TextBlock,
  ) {
    this.item = { unitID: cells.unitId, undoMutations: [], redoMutations: [] };
  }

  get done(): boolean {
    return this.at >= this.block.lines.length;
  }

  /** Goes on for about `milliseconds`, at least a bit; what is written is in the records when this returns. */
  step(milliseconds: number): void {
    const end = performance.now() + milliseconds;
    do this.write();
    while (!this.done && performance.now() < end);
  }

  private write(): void {
    const { row, column, lines } = this.block;
    const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
    for (const [n, line] of lines.slice(this.at, this.at + BATCH).entries())
      cellValue[row + this.at + n] = Object.fromEntries(line.map((text, at) => [column + at, textCell(text)]));
    this.at += BATCH;
    const { unitId, subUnitId, sheet } = this.cells;
    sheet.commands.syncExecuteCommand(SetRangeValuesMutation.id, { unitId, subUnitId, cellValue });
    this.binding.settleInto(this.item);
  }
}

/** Whether a block may go into a sheet of single cells piece by piece: every cell of it can be typed into, none is hidden. */
export function takesCells(cells: BoundCells, { row, column, lines }: TextBlock): boolean {
  const { worksheet } = cells.sheet;
  return lines.every(
    (line, at) =>
      !worksheet.getRowFiltered(row + at) &&
      worksheet.getRowVisible(row + at) &&
      line.every(
        (_, n) => cells.lockAt(row + at, column + n) === null && cells.partAt(row + at, column + n) === 'body',
      ),
  );
}
