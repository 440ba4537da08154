import { readBlock, readColumns } from '../../sheets-templates/form-area.ts';
import type { FormBinding, FormSection } from '../../sheets-templates/form-binding.ts';
import type { FormGrid } from './form-grid.ts';

/** What a value cell of a form is for. Lines, columns and quarters count from 0. */
export type FormSlot =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'photo'; readonly field: string }
  | {
      readonly kind: 'section';
      readonly section: FormSection;
      /** The line of a growing section, or the quarter, or 0. */
      readonly line: number;
      readonly field: string;
    };

/** A value cell with the area that it is merged over. */
export interface PlacedSlot {
  readonly slot: FormSlot;
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** The value cells of a grown form in the order of reading, rows and columns from 0. */
export function formSlots(binding: FormBinding, grid: FormGrid, lines: ReadonlyMap<string, number>): PlacedSlot[] {
  const placed: PlacedSlot[] = [];
  const put = (slot: FormSlot, area: string): void => {
    const { left, top, right, bottom } = readBlock(area);
    placed.push({
      slot,
      row: grid.rowOf(top - 1),
      column: left - 1,
      lastRow: grid.rowOf(bottom - 1),
      lastColumn: right - 1,
    });
  };
  const line = (slot: FormSlot, columns: string, row: number): void => {
    const { left, right } = readColumns(columns);
    placed.push({ slot, row, column: left - 1, lastRow: row, lastColumn: right - 1 });
  };
  for (const { field, area } of binding.fields) put({ kind: 'field', field }, area);
  if (binding.photo) put({ kind: 'photo', field: binding.photo.field }, binding.photo.area);
  for (const section of binding.sections) {
    switch (section.kind) {
      case 'lines':
      case 'quarterLines': {
        const first = grid.rowOf(section.firstRow - 1);
        const count = section.kind === 'lines' ? Math.max(section.lines, lines.get(section.key) ?? 0) : 4;
        for (let at = 0; at < count; at++)
          for (const { columns, field } of section.columns)
            line({ kind: 'section', section, line: at, field }, columns, first + at);
        break;
      }
      case 'quarterCells':
        section.quarters.forEach((columns, quarter) => {
          line({ kind: 'section', section, line: quarter, field: section.field }, columns, grid.rowOf(section.row - 1));
        });
        break;
      case 'value':
        put({ kind: 'section', section, line: 0, field: section.field }, section.area);
    }
  }
  return placed.sort((a, b) => a.row - b.row || a.column - b.column);
}
