import type { Nullable, Workbook } from '@univerjs/core';
import type { ISheetClipboardService } from '@univerjs/sheets-ui';
import type { BoundTable } from '../binding/bound-table.ts';
import { cellText } from '../binding/cell-text.ts';
import type { ColouredCell } from './pasted-colours.ts';
import { LARGE } from './read-block.ts';
import type { PastedCell } from './spread-merged.ts';

const COPY_ID = /data-copy-id="([^"]+)"/;

/** A block that was copied in this workbook: its texts, and the colours of its cells. */
export interface CopiedHere {
  readonly lines: readonly (readonly string[])[];
  readonly colours: readonly ColouredCell[];
}

/**
 * What was copied in the table's workbook, as the spreadsheet remembers it; `null` where that is for the spreadsheet to
 * paste: few rows, cut (people move), formulas (they are written anew for where they come to), texts in several looks.
 * Cells that are merged down have their text in every row.
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
  if (copied.unitId !== sheet.unitId || rows.length < LARGE) return null;
  const styles: ReturnType<Workbook['getStyles']> = sheet.workbook.getStyles();
  const body = copied.subUnitId === sheet.subUnitId ? sheet.looks.body : null;
  const lines = rows.map(() => cols.map(() => ''));
  const colours: ColouredCell[] = [];
  /** By column, the first row that a merged cell from above does not reach any more. */
  const held: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    for (let column = 0; column < cols.length; column++) {
      const cell: Nullable<PastedCell> = copied.matrix.getValue(row, column);
      if (cell?.f || cell?.si || cell?.p) return null;
      if (!cell || row < (held[column] ?? 0)) continue;
      held[column] = row + (cell.rowSpan ?? 1);
      const text = cellText(cell, styles);
      const { bg, cl } = styles.getStyleByCell(cell) ?? {};
      // The template's own letters have a colour too: only what differs is a clerk's.
      const own = styles.get(body?.get((cols[0] ?? 0) + column))?.cl?.rgb;
      const letters = cl && cl.rgb !== own ? { cl } : {};
      const shown = { ...(bg ? { bg } : {}), ...letters };
      for (const [below, line] of lines.slice(row, held[column]).entries()) {
        line[column] = text;
        if (shown.bg || shown.cl) colours.push({ row: row + below, column, colours: shown });
      }
    }
  }
  return { lines, colours };
}
