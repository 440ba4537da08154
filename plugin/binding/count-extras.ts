import type { ICellData, Nullable } from '@univerjs/core';
import { hasContent } from './sheet-part.ts';
import type { Workbench } from './workbench.ts';

/** What a workbook holds that the official table has no place for. */
export interface Extras {
  /** Cells with contents outside the tables. */
  readonly notes: number;
  /** Cells of the tables that were given a colour. */
  readonly colours: number;
}

/** Counts what an official export leaves out. */
export function countExtras(bench: Workbench): Extras {
  let notes = 0;
  let colours = 0;
  for (const worksheet of bench.workbook.getSheets()) {
    const sheet = bench.sheets.get(worksheet.getSheetId());
    const styles = bench.workbook.getStyles();
    worksheet.getCellMatrix().forValue((row, column, cell: Nullable<ICellData>) => {
      if (!cell) return;
      const part = sheet?.partAt(row, column) ?? null;
      if (part === null) {
        if (hasContent(cell)) notes++;
      } else if (part === 'body' && styles.getStyleByCell(cell)?.bg) colours++;
    });
  }
  return { notes, colours };
}
