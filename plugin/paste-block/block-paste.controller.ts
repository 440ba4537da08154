import { CustomCommandExecutionError, Disposable, type ICommandInfo, type ICommandService } from '@univerjs/core';
import { SetSelectionsOperation, type SheetsSelectionsService } from '@univerjs/sheets';
import type { ISheetClipboardService } from '@univerjs/sheets-ui';
import { BehaviorSubject } from 'rxjs';
import type { BindingService } from '../binding/binding.service.ts';
import type { BoundSheet } from '../binding/bound-sheet.ts';
import { BoundTable } from '../binding/bound-table.ts';
import type { TextBlock } from '../binding/text-block.ts';
import { ReviewSheet } from '../review/review-sheet.ts';
import { BlockPaste, takesBlock } from './block-paste.ts';
import { CellsPaste, takesCells } from './cells-paste.ts';
import { copiedHere } from './copied-here.ts';
import { type ColouredCell, pastedColours } from './pasted-colours.ts';
import { isColoured, type Pasted, readBlock } from './read-block.ts';

const PASTE = 'sheet.command.paste-by-short-key';
/** How long the page may be busy at a stretch, in milliseconds; drawing comes on top. */
const STRETCH = 55;
/** Commands that only look; everything else waits for the block to be in. */
const LOOKING = /(scroll|selection|zoom|sidebar|panel|copy$)/;

/**
 * Takes large pastes into a table or 季度评议, over people too, out of the spreadsheet's hands, which would hold the page still for
 * seconds: rows come in by the frame, judged as they come. Whatever a clerk does meanwhile first waits for
 * the rest of the block, so nothing comes in between and nothing is left out.
 */
export class BlockPasteController extends Disposable {
  private running: BlockPaste | CellsPaste | null = null;
  private whenDone: () => void = () => {};
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Rows of the block that is being written; 0 when there is none. */
  readonly busy$ = new BehaviorSubject(0);

  /** @param editable Whether a workbook may be written to. */
  constructor(
    private readonly commands: ICommandService,
    private readonly binding: BindingService,
    private readonly selections: SheetsSelectionsService,
    private readonly clipboard: ISheetClipboardService,
    private readonly editable: (unitId: string) => boolean,
  ) {
    super();
    this.disposeWithMe(
      commands.beforeCommandExecuted((info) => {
        if (this.running && isEdit(info)) this.finish();
        if (info.id === PASTE && info.params && this.take(info.params)) {
          throw new CustomCommandExecutionError('pasted in pieces');
        }
      }),
    );
    this.disposeWithMe(binding.beforeLeaving(() => this.finish()));
    this.disposeWithMe({
      dispose: () => {
        this.finish();
        this.busy$.complete();
      },
    });
  }

  /** Writes whatever is left of the block now. */
  finish(): void {
    clearTimeout(this.timer);
    const paste = this.running;
    // First, since what is written below runs commands of its own.
    this.running = null;
    while (paste && !paste.done) paste.step(1_000);
    if (!paste) return;
    this.whenDone();
    this.busy$.next(0);
  }

  private take(pasted: Pasted): boolean {
    const sheet = this.binding.front();
    const range = this.selections.getCurrentLastSelection()?.range;
    if (!sheet || !range || !this.editable(sheet.unitId)) return false;
    const copied = sheet instanceof BoundTable ? copiedHere(this.clipboard, sheet, pasted.htmlContent) : null;
    const lines = copied?.lines ?? readBlock(pasted);
    if (!lines) return false;
    const width = Math.max(...lines.map((cells) => cells.length));
    const { startRow, startColumn } = range;
    // A larger selection asks for the block several times over.
    if (range.endRow - startRow >= lines.length || range.endColumn - startColumn >= width) return false;
    const block = { row: startRow, column: startColumn, lines };
    this.running = this.begin(sheet, block, copied?.colours ?? coloursOf(pasted));
    if (this.running === null) return false;
    this.whenDone = () =>
      this.select(sheet, startRow, startRow + lines.length - 1, startColumn, startColumn + width - 1);
    this.busy$.next(lines.length);
    this.go();
    return true;
  }

  /** 季度评议 has its own colours, whatever is pasted. */
  private begin(sheet: BoundSheet, block: TextBlock, colours: Colouring): BlockPaste | CellsPaste | null {
    if (sheet instanceof BoundTable)
      return takesBlock(sheet, block) ? new BlockPaste(this.binding, sheet, block, undefined, colours) : null;
    const takes = sheet instanceof ReviewSheet && takesCells(sheet, block);
    return takes ? new CellsPaste(this.binding, sheet, block) : null;
  }

  private go(): void {
    // A timer, not a frame: a tab in the background goes on as well.
    this.timer = setTimeout(() => {
      this.running?.step(STRETCH);
      if (this.running && !this.running.done) this.go();
      else this.finish();
    });
  }

  private select(sheet: BoundSheet, startRow: number, endRow: number, startColumn: number, endColumn: number): void {
    const { unitId, subUnitId } = sheet;
    const range = { startRow, endRow, startColumn, endColumn, unitId, sheetId: subUnitId };
    const primary = {
      startRow,
      startColumn,
      endRow: startRow,
      endColumn: startColumn,
      actualRow: startRow,
      actualColumn: startColumn,
      isMerged: false,
      isMergedMainCell: false,
    };
    const selections = [{ range, primary, style: null }];
    this.commands.syncExecuteCommand(SetSelectionsOperation.id, { unitId, subUnitId, selections });
  }
}

type Colouring = Iterable<ColouredCell | null>;

function coloursOf({ htmlContent }: Pasted): Colouring {
  return isColoured(htmlContent) ? pastedColours(htmlContent) : [];
}

function isEdit({ id }: ICommandInfo): boolean {
  if (id === 'sheet.operation.set-cell-edit-visible') return true;
  return /^(sheet|univer)\.command\./.test(id) && !LOOKING.test(id);
}
