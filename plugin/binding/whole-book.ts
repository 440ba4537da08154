import { CellValueType, type IWorkbookData } from '@univerjs/core';
import { z } from 'zod';
import type { OwnBook } from '../../xlsx/own-book/own-book.ts';
import { BoundTable } from './bound-table.ts';
import type { Workbench } from './workbench.ts';

type Notes = OwnBook['notes'];

const NOTES = 'SHEET_NOTE_PLUGIN';
const notesSchema = z.record(
  z.string(),
  z.record(z.string(), z.record(z.string(), z.looseObject({ note: z.string().optional() }))),
);

/**
 * The whole workbook for 另存工作簿: what Univer saved, 序号 written out, notes gathered, and whose the rows are.
 * @param saved Changed in place.
 * @param templateId The template of the table whose rows carry ids.
 */
export function wholeBook(saved: IWorkbookData, bench: Workbench, templateId: string): OwnBook {
  const template = bench.loaded.templates.get(templateId)?.binding;
  let named: Pick<OwnBook, 'identity' | 'ids'> = {};
  for (const [id, table] of bench.sheets) {
    const cells = saved.sheets[id]?.cellData;
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
