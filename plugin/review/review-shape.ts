import { BooleanNumber } from '@univerjs/core';
import { SetWorksheetRowCountMutation, SetWorksheetRowIsAutoHeightMutation } from '@univerjs/sheets';
import type { MatrixBinding } from '../../sheets-templates/matrix-binding.ts';
import { OWN_WRITE } from '../binding/own-write.ts';
import type { OpenedSheet } from '../binding/sheet-part.ts';

const SET_FILTER = 'sheet.mutation.set-filter-range';

/** Keeps the worksheet as long as the list of people, with the filter's buttons in the last row of its header. */
export class ReviewShape {
  constructor(
    private readonly opened: OpenedSheet,
    private readonly binding: MatrixBinding,
  ) {}

  /** Makes the sheet end after `rows` rows (one blank one when nobody is there); `true` when it did not before. */
  fit(rows: number): boolean {
    const { commands, workbook, worksheet } = this.opened;
    const rowCount = Math.max(rows, this.binding.sampleRow);
    if (worksheet.getRowCount() === rowCount) return false;
    const sheet = { unitId: workbook.getUnitId(), subUnitId: worksheet.getSheetId() };
    commands.syncExecuteCommand(SetWorksheetRowCountMutation.id, { ...sheet, rowCount }, OWN_WRITE);
    // Heights are the template's: a row that nothing is said of is measured text by text at every paste.
    const body = { startRow: this.binding.sampleRow - 1, endRow: rowCount - 1, startColumn: 0, endColumn: 0 };
    const fixed = { ...sheet, ranges: [body], autoHeightInfo: BooleanNumber.FALSE };
    commands.syncExecuteCommand(SetWorksheetRowIsAutoHeightMutation.id, fixed, OWN_WRITE);
    // Whoever uses the plugin without the filter's own has the table without its buttons.
    if (commands.hasCommand(SET_FILTER)) {
      // By who somebody is; a button in a narrow score column would hide its heading.
      const own = this.binding.columns.findIndex((column) => !('field' in column) || 'where' in column);
      const endColumn = (own < 0 ? this.binding.columns.length : own) - 1;
      const range = { startRow: this.binding.headerRow - 1, endRow: rowCount - 1, startColumn: 0, endColumn };
      commands.syncExecuteCommand(SET_FILTER, { ...sheet, range }, OWN_WRITE);
    }
    return true;
  }
}
