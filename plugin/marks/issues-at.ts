import type { ISheetLocationBase } from '@univerjs/sheets';
import type { Issue } from '../../records/types.ts';
import type { BindingService } from '../binding/binding.service.ts';

/** The violated rules at a cell. */
export function issuesAt(
  binding: BindingService,
  { unitId, subUnitId, row, col }: ISheetLocationBase,
): readonly Issue[] {
  const sheet = binding.sheet(unitId, subUnitId);
  const site = sheet?.siteAt(row, col);
  if (!sheet || !site) return [];
  return sheet.store.issuesOf(site.entity, site.record).filter((i) => i.field === site.field);
}
