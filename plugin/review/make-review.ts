import type { ICellData, ISheetDataValidationRule, IStyleData, Nullable } from '@univerjs/core';
import type { MatrixBinding } from '../../sheets-templates/matrix-binding.ts';
import { matrixTexts } from '../../xlsx/export/export-matrix.ts';
import { columnIndex } from '../binding/columns.ts';
import { sequenceFields } from '../binding/open-table.ts';
import {
  type OpenedSheet,
  type SheetPart,
  type SheetRequest,
  type StoredSheet,
  sheetOf,
} from '../binding/sheet-part.ts';
import { templateSnapshot } from '../binding/template-snapshot.ts';
import { choiceRule, choicesAt, REACH } from '../choices/choice-rules.ts';
import { ReviewModel } from './review-model.ts';
import { ReviewRows } from './review-rows.ts';
import { ReviewShape } from './review-shape.ts';
import { ReviewSheet } from './review-sheet.ts';

/** The sheet of a matrix: the template's own, written from the records when it first comes to the front. */
export async function makeReview(request: SheetRequest<MatrixBinding>): Promise<SheetPart> {
  const { binding, stylePrefix, store } = request;
  const template = await templateSnapshot(request);
  const sheet = sheetOf(template, binding.sheet);
  const first = binding.sampleRow - 1;
  const styles = { ...template.styles };
  const looks = bodyLooks(sheet, binding, first, styles, stylePrefix);
  for (const [cell, text] of matrixTexts(binding, store)) {
    const at = /^([A-Z]+)(\d+)$/.exec(cell);
    const row = sheet.cellData[Number(at?.[2]) - 1];
    const column = columnIndex(at?.[1] ?? 'A');
    if (row) row[column] = { ...row[column], v: text, t: 1 };
  }
  const height = sheet.rowData?.[first]?.h;
  for (const key of Object.keys(sheet.cellData)) if (Number(key) >= first) delete sheet.cellData[Number(key)];
  if (height !== undefined) sheet.defaultRowHeight = height;
  // One row less than the least: the first time that it is shown, it is fitted and written.
  sheet.rowCount = first;
  sheet.columnCount = binding.columns.length;
  return {
    sheet,
    styles,
    defaultStyle: template.defaultStyle,
    rules: lists(request, first),
    bind: (opened) => bind(request, sheet, looks, opened),
  };
}

/** Scores are typed as texts, so that nothing is read as a date; the file's cells stay numbers. */
function bodyLooks(
  sheet: StoredSheet,
  binding: MatrixBinding,
  first: number,
  styles: Record<string, Nullable<IStyleData>>,
  prefix: string,
): ReadonlyMap<number, ICellData['s']> {
  const looks = new Map<number, ICellData['s']>();
  for (const { column } of binding.columns) {
    const at = columnIndex(column);
    const own = sheet.cellData[first]?.[at]?.s;
    if (typeof own !== 'string') continue;
    const id = `${prefix}-text-${own}`;
    styles[id] = { ...styles[own], n: { pattern: '@' } };
    looks.set(at, id);
  }
  return looks;
}

function lists({ loaded, binding }: SheetRequest<MatrixBinding>, first: number): ISheetDataValidationRule[] {
  return binding.columns.flatMap((column) => {
    const choices = 'where' in column ? choicesAt(loaded.pack, binding.cells.entity, column.field) : [];
    if (choices.length === 0) return [];
    const at = columnIndex(column.column);
    const range = { startRow: first, endRow: first + REACH, startColumn: at, endColumn: at };
    return [choiceRule(`${binding.id}-${column.column}`, choices, [range])];
  });
}

function bind(
  { loaded, binding, store }: SheetRequest<MatrixBinding>,
  sheet: StoredSheet,
  looks: ReadonlyMap<number, ICellData['s']>,
  opened: OpenedSheet,
): ReviewSheet {
  const sequence = sequenceFields(loaded.pack, binding.entity);
  const numbered = binding.columns.find((c) => 'field' in c && !('where' in c) && sequence.has(c.field));
  const choices = binding.columns.filter(
    (c) => 'where' in c && choicesAt(loaded.pack, binding.cells.entity, c.field).length > 0,
  );
  const ranks = binding.columns.find((c) => 'figure' in c && c.figure === 'rank');
  const head = new Map<number, ReadonlyMap<number, string>>();
  for (let row = 0; row < binding.sampleRow - 1; row++) {
    const cells = Object.entries(sheet.cellData[row] ?? {});
    head.set(row, new Map(cells.map(([column, cell]) => [Number(column), String(cell?.v ?? '')])));
  }
  const model = new ReviewModel({
    binding,
    rows: new ReviewRows(store),
    sequence: numbered ? columnIndex(numbered.column) : null,
    ranks: ranks ? columnIndex(ranks.column) : null,
    choices: new Set(choices.map(({ column }) => columnIndex(column))),
    looks,
    head,
    shape: new ReviewShape(opened, binding),
  });
  return new ReviewSheet(opened, store, model, binding);
}
