import type { IUndoRedoItem } from '@univerjs/core';
import type { BindingService } from '../binding/binding.service.ts';
import type { BoundTable } from '../binding/bound-table.ts';
import type { TouchedRow } from '../binding/reconcile.ts';
import { SPARE_ROWS } from '../binding/table-sheet.ts';
import { partOf, rowWith, type TextBlock } from '../binding/text-block.ts';
import { paintCells } from './paint-cells.ts';
import type { ColouredCell } from './pasted-colours.ts';

/** Few enough for a frame. */
const BATCH = 60;
/** Cells that are coloured together. */
const PAINTED = 200;
/** Rows that are only looked at together. */
const LOOK = 300;
/** How many rows a sheet grows by while many come in: each time that it grows, all that is drawn is measured anew. */
const GROWTH = 3_000;
/** Said before a piece that takes long in a large sheet: it begins a stretch of its own. */
const LONG = 'long';
type Piece = typeof LONG | undefined;

/**
 * A block of texts on its way into a table: a few rows at a time, and one step to undo. Who stands where is settled for
 * all of it first, so that people who come back in another order are the same people.
 */
export class BlockPaste {
  private readonly work: Iterator<Piece>;
  private readonly item: IUndoRedoItem;
  private finished = false;

  /**
   * @param batch Rows that are written and judged together.
   * @param colours Of the block's cells, from its first row and column.
   */
  constructor(
    private readonly binding: BindingService,
    private readonly table: BoundTable,
    private readonly block: TextBlock,
    private readonly batch = BATCH,
    private readonly colours: Iterable<ColouredCell | null> = [],
  ) {
    this.item = { unitID: table.sheet.unitId, undoMutations: [], redoMutations: [] };
    this.work = this.carry();
  }

  get done(): boolean {
    return this.finished;
  }

  /** Goes on for about `milliseconds`, at least a bit; what is written is in the records when this returns. */
  step(milliseconds: number): void {
    const end = performance.now() + milliseconds;
    let next: IteratorResult<Piece, unknown>;
    do next = this.work.next();
    while (!next.done && next.value !== LONG && performance.now() < end);
    this.finished = next.done === true;
  }

  private *carry(): Generator<Piece> {
    const { table, block } = this;
    const { sheet } = table;
    const rows: TouchedRow[] = [];
    for (const at of block.lines.keys()) {
      const row = rowWith(sheet, table.map, block, at);
      if (row) rows.push(row);
      if (at % LOOK === LOOK - 1) yield undefined;
    }
    yield LONG;
    const plan = table.plan(rows);
    yield LONG;
    const last = block.row + block.lines.length - 1;
    for (let at = 0; at < rows.length; at += this.batch) {
      const batch = rows.slice(at, at + this.batch);
      const lowest = batch.at(-1)?.row ?? 0;
      if (lowest + SPARE_ROWS >= sheet.rowCount) {
        yield LONG;
        sheet.ensureRows(Math.min(last, lowest + GROWTH));
        yield LONG;
      }
      table.take(partOf(plan, batch, at + this.batch >= rows.length));
      // The step is on the stack from the first rows on: whatever is undone meanwhile is undone in its order.
      this.binding.settleInto(this.item);
      yield undefined;
    }
    yield* this.paint();
  }

  /** Gives the block its colours, in the same step. */
  private *paint(): Generator<Piece> {
    const { table, block, item } = this;
    let cells: ColouredCell[] = [];
    const flush = (): void => {
      if (cells.length > 0) this.binding.settleInto(item, paintCells(table.sheet, cells));
      cells = [];
    };
    let met = 0;
    for (const cell of this.colours) {
      if (cell && cell.row < block.lines.length) {
        const at = { row: block.row + cell.row, column: block.column + cell.column };
        cells.push({ ...at, colours: cell.colours });
      }
      if (cells.length >= PAINTED) flush();
      if (++met % PAINTED === 0) yield undefined;
    }
    flush();
  }
}

/**
 * Whether a block may go into a table piece by piece: nothing is merged or hidden there, and every text of it belongs to
 * somebody.
 */
export function takesBlock(table: BoundTable, { row, column, lines }: TextBlock): boolean {
  const { sheet, map } = table;
  const width = Math.max(...lines.map((cells) => cells.length));
  if (row < sheet.firstRow) return false;
  for (let at = column; at < column + width; at++) if (!sheet.carries(at)) return false;
  const last = row + lines.length - 1;
  if (sheet.worksheet.getMergeData().some((m) => m.startRow <= last && m.endRow >= row)) return false;
  for (let at = row; at <= Math.min(last, sheet.rowCount - 1); at++)
    if (sheet.worksheet.getRowFiltered(at) || !sheet.worksheet.getRowVisible(at)) return false;
  // A note beside nobody is the spreadsheet's to write.
  return lines.every((cells, at) => map.idAt(row + at) !== null || !isNote(table, column, cells));
}

function isNote({ sheet }: BoundTable, column: number, cells: readonly string[]): boolean {
  const filled = cells.flatMap((text, at) => (text === '' ? [] : [column + at]));
  return filled.length > 0 && !filled.some((at) => sheet.fields.has(at));
}
