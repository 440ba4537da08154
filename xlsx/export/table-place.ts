import type { MatrixBinding } from '../../sheets-templates/matrix-binding.ts';
import type { LoadedPack, TableBinding } from '../../sheets-templates/schema.ts';
import type { Identity } from '../splice/custom-part.ts';

/** Where in its workbook a table is written: its sheet, first row, columns, and whose rows they are. */
export interface TablePlace {
  readonly sheet: string;
  readonly sampleRow: number;
  readonly columns: readonly string[];
  /** The column that is numbered from 1. */
  readonly sequenceColumn?: string;
  readonly identity: Identity & { readonly ids: readonly string[] };
}

/** @param ids the records of the rows, in their order */
export function tablePlace(
  { pack }: LoadedPack,
  binding: TableBinding | MatrixBinding,
  ids: readonly string[],
): TablePlace {
  const fields = pack.entities.find(({ key }) => key === binding.entity)?.fields ?? [];
  const sequence = binding.columns.find(
    (column) =>
      'field' in column &&
      !('where' in column) &&
      fields.some(({ key, type }) => key === column.field && type === 'sequence'),
  );
  return {
    sheet: binding.sheet,
    sampleRow: binding.sampleRow,
    columns: binding.columns.map(({ column }) => column),
    ...(sequence === undefined ? {} : { sequenceColumn: sequence.column }),
    identity: {
      pack: pack.id,
      template: binding.id,
      version: binding.version,
      sheet: binding.sheet,
      firstRow: binding.sampleRow,
      ids,
    },
  };
}
