import { useDependency } from '@univerjs/ui';
import { BindingService } from '../binding/binding.service.ts';
import type { BoundTable } from '../binding/bound-table.ts';
import type { Workbench } from '../binding/workbench.ts';

/** The open workbook and its first table, for panels. */
export function useBench(): { readonly bench: Workbench; readonly table: BoundTable } | null {
  const bench = useDependency(BindingService).open();
  const table = bench === undefined ? undefined : [...bench.tables.values()][0];
  return bench && table ? { bench, table } : null;
}
