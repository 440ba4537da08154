import { Disposable, type ICommandService } from '@univerjs/core';
import { INTERCEPTOR_POINT, type SheetInterceptorService } from '@univerjs/sheets';
import type { ISheetClipboardService } from '@univerjs/sheets-ui';
import { spreadMerged } from '../paste-block/spread-merged.ts';
import type { BindingService } from './binding.service.ts';
import { BoundTable } from './bound-table.ts';

const PASTE = /^(univer|sheet)\.command\.(optional-)?paste/;
/** How long a paste may wait for the clipboard, in milliseconds. */
const PATIENCE = 5_000;

/**
 * Before a paste: makes the rows it reaches, with their text formats, so that no number or month pasted below the
 * table's end is read as a number; and notes them, since a paste brings the other program's fonts and borders along.
 * Within a table nothing is merged: what another program had merged down stands in every row. Hidden rows are left out
 * as filtered ones are: nobody is overwritten unseen.
 */
export class PasteController extends Disposable {
  private pasting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    clipboard: ISheetClipboardService,
    commands: ICommandService,
    interceptors: SheetInterceptorService,
    binding: BindingService,
  ) {
    super();
    this.disposeWithMe(
      clipboard.addClipboardHook({
        id: 'mingce-paste',
        priority: 100,
        onBeforePaste: ({ unitId, subUnitId, range }) => {
          binding.sheet(unitId, subUnitId)?.beforePaste(range.rows);
          return true;
        },
      }),
    );
    this.disposeWithMe(
      clipboard.addClipboardHook({
        id: 'mingce-merged',
        // Before the spreadsheet's own hook, which would merge the cells of the table.
        priority: -100,
        onPasteCells: (_, { unitId, subUnitId, range }, cells) => {
          const sheet = binding.sheet(unitId, subUnitId);
          const [row, column] = [range.rows[0], range.cols[0]];
          const inTable = sheet instanceof BoundTable && row !== undefined && column !== undefined;
          if (inTable && sheet.partAt(row, column) === 'body') spreadMerged(cells);
          return { undos: [], redos: [] };
        },
      }),
    );
    this.disposeWithMe(
      commands.beforeCommandExecuted(({ id }) => {
        if (!PASTE.test(id)) return;
        clearTimeout(this.pasting);
        this.pasting = setTimeout(() => this.end(), PATIENCE);
      }),
    );
    this.disposeWithMe(commands.onCommandExecuted(({ id }) => void (PASTE.test(id) && this.end())));
    this.disposeWithMe(
      interceptors.intercept(INTERCEPTOR_POINT.ROW_FILTERED, {
        // The filter's own asks nobody after itself.
        priority: 100,
        handler: (filtered, { unitId, subUnitId, row, worksheet }, next) => {
          if (filtered || this.pasting === undefined) return next(filtered);
          const hidden = !worksheet.getRowRawVisible(row) && binding.sheet(unitId, subUnitId) !== undefined;
          return hidden || next(filtered);
        },
      }),
    );
    this.disposeWithMe({ dispose: () => this.end() });
  }

  private end(): void {
    clearTimeout(this.pasting);
    this.pasting = undefined;
  }
}
