import { Disposable } from '@univerjs/core';
import type { ISheetClipboardService } from '@univerjs/sheets-ui';
import type { BindingService } from './binding.service.ts';

/**
 * Before a paste: makes the rows it reaches, with their text formats, so that no number or month pasted below the
 * table's end is read as a number; and notes them, since a paste brings the other program's fonts and borders along.
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
  }
}
