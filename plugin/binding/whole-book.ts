import { CellValueType, type ICellData, type IObjectMatrixPrimitiveType, type IWorkbookData } from '@univerjs/core';
import { z } from 'zod';
import type { OwnBook } from '../../xlsx/own-book/own-book.ts';
import { BoundCells } from './bound-cells.ts';
import { BoundTable } from './bound-table.ts';
import { textCell } from './cell-text.ts';
import type { Workbench } from './workbench.ts';

type Notes = OwnBook['notes'];

const NOTES = 'SHEET_NOTE_PLUGIN';
const notesSchema = z.record(
  z.string(),
  z.record(z.string(), z.record(z.string(), z.looseObject({ note: z.string().optional() }))),
);

/**
 * The whole workbook for 另存工作簿: what Univer saved, 序号 and ranks written out, sheets that were never looked at filled,
 * notes gathered, and whose the rows are.
 * @param saved Changed in place.
 * @param templateId The template of the table whose rows carry ids.
 */
export function wholeBook(saved: IWorkbookData, bench: Workbench, templateId: string): OwnBook {
  const template = bench.loaded.templates.get(templateId)?.binding;
  let named: Pick<OwnBook, 'identity' | 'ids'> = {};
  for (const [id, table] of bench.sheets) {
    const cells = saved.sheets[id]?.cellData;
    if (table instanceof BoundCells && cells) writeOut(table, cells);
    if (!(table instanceof BoundTable) || !cells) continue;
    const { firstRow, sequenceColumn } = table.sheet;
    const ids: string[] = [];
    for (let row = firstRow; row <= table.map.lastRow; row++) {
      ids.push(table.map.idAt(row) ?? '');
      const number = sequenceColumn === null ? null : table.drawn(row, sequenceColumn);
      const target = cells[row];
      if (number === null || sequenceColumn === null || !target) continue;
      target[sequenceColumn] = { ...target[sequenceColumn], v: number, t: CellValueType.NUMBER };
    }
    const sheet = saved.sheets[id]?.name;
    if (template?.kind !== 'table' || sheet !== template.sheet) continue;
    const { version } = template;
    named = {
      identity: { pack: bench.loaded.pack.id, template: templateId, version, sheet, firstRow: firstRow + 1 },
      ids,
    };
  }
  return { book: saved, notes: notesOf(saved), ...named };
}

/** What stands and what is drawn in a sheet that follows from the records: one that was never in front is still blank. */
function writeOut(sheet: BoundCells, cells: IObjectMatrixPrimitiveType<ICellData>): void {
  for (const { row, column } of sheet.model.cells()) {
    const face = sheet.model.at(row, column);
    if (!face) continue;
    const drawn = sheet.drawn(row, column);
    const value = drawn === null ? textCell(face.text) : { v: drawn, t: CellValueType.NUMBER };
    const line = cells[row] ?? {};
    cells[row] = line;
    line[column] = { ...line[column], ...value, ...(face.style === undefined ? {} : { s: face.style }) };
  }
}

function notesOf(saved: IWorkbookData): Notes {
  const data = saved.resources?.find(({ name }) => name === NOTES)?.data;
  const parsed = notesSchema.safeParse(data ? JSON.parse(data) : {});
  if (!parsed.success) return new Map();
  return new Map(
    Object.entries(parsed.data).map(([sheet, rows]) => [
      sheet,
      Object.entries(rows).flatMap(([row, columns]) =>
        Object.entries(columns).flatMap(([column, { note }]) =>
          note ? [{ row: Number(row), column: Number(column), text: note }] : [],
        ),
      ),
    ]),
  );
}
