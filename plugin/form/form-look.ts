import { type ICommandService, type IRange, WrapStrategy } from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
} from '@univerjs/sheets';
import { lineCount } from '../../xlsx/splice/row-height.ts';
import type { CellsSheet } from '../binding/bound-cells.ts';
import { OWN_WRITE } from '../binding/own-write.ts';
import { CHOICE_RULE_PREFIX } from '../choices/choice-rules.ts';
import type { FormGrid } from './form-grid.ts';
import type { FormLook } from './form-model.ts';
import type { PlacedSlot } from './form-slots.ts';

/** Moves the range of a list; belongs to a plugin that a headless Univer does without. */
const UPDATE_RULE = 'data-validation.mutation.updateRule';
const RANGE_PAYLOAD = 1;
const POINTS_TO_PIXELS = 4 / 3;
/** Line pitch over font size; the same that exported rows are given. */
const PITCH = 1.35;
const MARGIN = 6;
/** Excel shows no row higher than this: 409 points, in pixels. */
const HIGHEST = 545;

/** The worksheet of a live form: its rows, merges, heights and lists follow the grid. Nothing of it enters undo. */
export class FormSheetLook implements FormLook {
  private applied = '';
  private heights: number[];

  constructor(
    private readonly sheet: CellsSheet,
    private readonly template: { readonly columnCount: number; readonly heights: readonly number[] },
    private readonly choiceField: (slot: PlacedSlot) => string | null,
  ) {
    this.heights = [...template.heights];
  }

  reshape(grid: FormGrid, slots: readonly PlacedSlot[], damaged: boolean): boolean {
    if (!damaged && grid.key === this.applied) return false;
    this.applied = grid.key;
    this.heights = [];
    const { worksheet } = this.sheet;
    const rowCount = grid.source.length;
    const old = worksheet.getMergeData().map((range) => ({ ...range }));
    if (old.length > 0) this.run(RemoveWorksheetMergeMutation.id, { ranges: old });
    if (worksheet.getRowCount() !== rowCount) this.run(SetWorksheetRowCountMutation.id, { rowCount });
    const { columnCount } = this.template;
    if (worksheet.getColumnCount() !== columnCount) this.run(SetWorksheetColumnCountMutation.id, { columnCount });
    this.run(AddWorksheetMergeMutation.id, { ranges: grid.merges.map((range) => ({ ...range })) });
    for (const [field, ranges] of choiceRanges(slots, this.choiceField)) {
      if (!this.sheet.commands.hasCommand(UPDATE_RULE)) break;
      const payload = { type: RANGE_PAYLOAD, payload: ranges };
      this.run(UPDATE_RULE, { ruleId: `${CHOICE_RULE_PREFIX}${field}`, payload });
    }
    return true;
  }

  fit(grid: FormGrid, slots: readonly PlacedSlot[], text: (slot: PlacedSlot) => string): void {
    const wanted = grid.source.map((row) => this.template.heights[row] ?? 0);
    for (const slot of slots) {
      if (slot.row !== slot.lastRow) continue;
      wanted[slot.row] = Math.max(wanted[slot.row] ?? 0, this.needed(slot, text(slot)));
    }
    const rowHeight: Record<number, number> = {};
    const ranges: IRange[] = [];
    wanted.forEach((height, row) => {
      if (this.heights[row] === height) return;
      rowHeight[row] = height;
      ranges.push({ startRow: row, endRow: row, startColumn: 0, endColumn: this.template.columnCount - 1 });
    });
    this.heights = wanted;
    if (ranges.length > 0) this.run(SetWorksheetRowHeightMutation.id, { ranges, rowHeight });
  }

  /** The height in pixels that a text needs; 0 for one line. */
  private needed({ row, column, lastColumn }: PlacedSlot, text: string): number {
    if (text === '') return 0;
    const { workbook, worksheet } = this.sheet;
    const style = workbook.getStyles().getStyleByCell(worksheet.getCellMatrix().getValue(row, column));
    if (style?.tb !== WrapStrategy.WRAP) return 0;
    const size = (style.fs ?? 11) * POINTS_TO_PIXELS;
    let width = -MARGIN;
    for (let at = column; at <= lastColumn; at++) width += worksheet.getColumnWidth(at);
    const lines = lineCount(text, Math.max(1, width / size));
    return lines < 2 ? 0 : Math.min(HIGHEST, Math.ceil(lines * size * PITCH) + 4);
  }

  private run(id: string, params: object): void {
    const unitId = this.sheet.workbook.getUnitId();
    const subUnitId = this.sheet.worksheet.getSheetId();
    const commands: ICommandService = this.sheet.commands;
    commands.syncExecuteCommand(id, { unitId, subUnitId, ...params }, OWN_WRITE);
  }
}

/** Where each list is offered, by its field. */
export function choiceRanges(
  slots: readonly PlacedSlot[],
  choiceField: (slot: PlacedSlot) => string | null,
): Map<string, IRange[]> {
  const ranges = new Map<string, IRange[]>();
  for (const placed of slots) {
    const field = choiceField(placed);
    if (field === null) continue;
    const { row, column } = placed;
    const list = ranges.get(field) ?? [];
    ranges.set(field, list);
    list.push({ startRow: row, endRow: row, startColumn: column, endColumn: column });
  }
  return ranges;
}
