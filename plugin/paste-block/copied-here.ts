import type { Workbook } from '@univerjs/core';
import type { ISheetClipboardService } from '@univerjs/sheets-ui';
import type { BoundTable } from '../binding/bound-table.ts';
import { cellText } from '../binding/cell-text.ts';
import type { ColouredCell } from './pasted-colours.ts';
import { LARGE } from './read-block.ts';

const COPY_ID = /data-copy-id="([^"]+)"/;

/** A block that was copied in a table itself: its texts, and the colours of its cells. */
export interface CopiedHere {
  readonly lines: readonly (readonly string[])[];
  readonly colours: readonly ColouredCell[];
}

/**
 * What was copied in this very table, as the spreadsheet remembers it; `null` where that is for the spreadsheet to
 * paste: few rows, cut (people move), another sheet's, formulas, merged cells.
 */
export function copiedHere(
  clipboard: Pick<ISheetClipboardService, 'copyContentCache'>,
  { sheet }: BoundTable,
  html: string | undefined,
): CopiedHere | null {
  const id = COPY_ID.exec(html ?? '')?.[1];
  const copied = id === undefined ? undefined : clipboard.copyContentCache().get(id);
  if (!copied?.matrix || String(copied.copyType) !== 'COPY') return null;
  const { rows, cols } = copied.range;
  if (copied.unitId !== sheet.unitId || copied.subUnitId !== sheet.subUnitId || rows.length < LARGE) return null;
  const styles: ReturnType<Workbook['getStyles']> = sheet.workbook.getStyles();
  const lines: string[][] = [];
  const colours: ColouredCell[] = [];
  for (let row = 0; row < rows.length; row++) {
    const line: string[] = [];
    lines.push(line);
    for (let column = 0; column < cols.length; column++) {
      const cell = copied.matrix.getValue(row, column);
      if (cell?.f || cell?.si || cell?.p || (cell?.rowSpan ?? 1) > 1 || (cell?.colSpan ?? 1) > 1) return null;
      line.push(cellText(cell, styles));
      const { bg, cl } = styles.getStyleByCell(cell) ?? {};
      // The template's own letters have a colour too: only what differs is a clerk's.
      const own = styles.get(sheet.looks.body.get((cols[0] ?? 0) + column))?.cl?.rgb;
      const letters = cl && cl.rgb !== own ? { cl } : {};
      if (bg || letters.cl) colours.push({ row, column, colours: { ...(bg ? { bg } : {}), ...letters } });
    }
  }
  return { lines, colours };
}
