import type { ISheetLocationBase } from '@univerjs/sheets';
import type { Issue } from '../../records/types.ts';
import type { BindingService } from '../binding/binding.service.ts';

/** The violated rules at a cell. */
export function issuesAt(
  binding: BindingService,
  { unitId, subUnitId, row, col }: ISheetLocationBase,
): readonly Issue[] {
  const table = binding.table(unitId, subUnitId);
  const id = table?.map.idAt(row);
  const field = table?.fieldAt(col);
  if (!table || !id || field === undefined) return [];
  return table.options.store.issuesOf(table.options.entity, id).filter((i) => i.field === field);
}
