import { isoYear } from '../../formulas/calendar.ts';
import { idsInForce } from '../../records/in-force.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import type { Figure, MatrixBinding } from '../../sheets-templates/matrix-binding.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import type { CellValue } from '../splice/body-rows.ts';
import type { Spliced } from '../splice/refusal.ts';
import { spliceTable } from '../splice/splice-table.ts';
import { type Exported, settingsText } from './export-table.ts';
import { numberOrText } from './field-values.ts';
import { type TablePlace, tablePlace } from './table-place.ts';

/** What stands in a matrix's computed and child columns; made from the records by whoever exports. */
export interface MatrixValues {
  /** The child record that a cell of the row shows, by the values that its column asks for. */
  child(id: string, where: Readonly<Record<string, string>>): string | null;
  figure(id: string, figure: Figure): CellValue;
}

/**
 * A matrix template with the records in force, in the store's order, numbered from 1; scores are numbers, so that the
 * workbook's own colour scale reads them. Errors: see `SpliceErrorCode`.
 * @param year that of the values; the reference date's without
 */
export async function exportMatrix(
  loaded: LoadedPack,
  templateId: string,
  store: RecordStore,
  values: MatrixValues,
  year?: number,
): Promise<Spliced<Exported>> {
  const template = loaded.templates.get(templateId);
  if (template?.binding.kind !== 'matrix') return { ok: false, error: { code: 'no-such-template', place: templateId } };
  const { binding } = template;
  const ids = idsInForce(store, binding.entity);
  const place = tablePlace(loaded, binding, ids);
  const readers = readersOf(binding, place, store, values);
  const filled = await spliceTable(template.workbook, {
    ...place,
    rows: ids.length,
    values: (index) => readers.map((read) => read(ids[index] ?? '', index)),
    texts: matrixTexts(binding, store, year),
  });
  if (!filled.ok) return filled;
  const { entity } = binding.cells;
  return {
    ok: true,
    value: { bytes: filled.value, rows: ids.length, ...store.countIssues(entity, store.ids(entity)) },
  };
}

/** Title and the like, by cell: with the project's settings and a year, that of the reference date without one. */
export function matrixTexts(
  binding: MatrixBinding,
  { settings }: Pick<RecordStore, 'settings'>,
  year: number | string = isoYear(settings.asOf),
): Map<string, string> {
  const known = { ...settings, year };
  return new Map(binding.texts.map(({ cell, text }) => [cell, settingsText(text, known)]));
}

type Reader = (id: string, index: number) => CellValue;

function readersOf(
  binding: MatrixBinding,
  { sequenceColumn }: TablePlace,
  store: RecordStore,
  values: MatrixValues,
): readonly Reader[] {
  return binding.columns.map((column): Reader => {
    if ('figure' in column) return (id) => values.figure(id, column.figure);
    if (column.column === sequenceColumn) return (_, index) => index + 1;
    if (!('where' in column)) return (id) => store.text(binding.entity, id, column.field);
    return (id) => {
      const child = values.child(id, column.where);
      return child === null ? '' : numberOrText(store.text(binding.cells.entity, child, column.field));
    };
  });
}
