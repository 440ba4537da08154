import { Disposable } from '@univerjs/core';
import type { ISheetClipboardService } from '@univerjs/sheets-ui';
import { spreadMerged } from '../paste-block/spread-merged.ts';
import type { BindingService } from './binding.service.ts';
import { BoundTable } from './bound-table.ts';

/**
 * Before a paste: makes the rows it reaches, with their text formats, so that no number or month pasted below the
 * table's end is read as a number; and notes them, since a paste brings the other program's fonts and borders along.
 * Within a table nothing is merged: what another program had merged down stands in every row.
 */
export class PasteController extends Disposable {
  constructor(clipboard: ISheetClipboardService, binding: BindingService) {
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
  }
}
