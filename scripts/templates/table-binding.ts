import { type TableBinding, tableBindingSchema } from '../../sheets-templates/schema.ts';
import { columnName } from '../../xlsx/splice/a1.ts';
import { HEADER_ROW, SAMPLE_ROW, type TableDesign } from './table-design.ts';

/** The binding that stands beside the workbook of a design. */
export function tableBinding(design: TableDesign): TableBinding {
  return tableBindingSchema.parse({
    kind: 'table',
    id: design.id,
    version: design.version,
    label: design.label,
    entity: design.entity,
    workbook: `${design.id}.xlsx`,
    sheet: design.sheet,
    headerRow: HEADER_ROW,
    sampleRow: SAMPLE_ROW,
    blankRows: design.blankRows,
    texts: [
      ...(typeof design.attachment === 'string' ? [] : [{ cell: 'A1', text: design.attachment.pattern }]),
      { cell: 'A2', text: design.title.pattern },
    ],
    columns: design.columns.map((column, i) => ({ column: columnName(i + 1), field: column.field })),
  });
}
