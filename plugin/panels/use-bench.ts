import { IUniverInstanceService, UniverInstanceType, type Workbook } from '@univerjs/core';
import { useDependency } from '@univerjs/ui';
import { BindingService } from '../binding/binding.service.ts';
import type { BoundTable } from '../binding/bound-table.ts';
import type { Workbench } from '../binding/workbench.ts';

/** The open workbook and its table, for panels. */
export function useBench(): { readonly bench: Workbench; readonly table: BoundTable } | null {
  const binding = useDependency(BindingService);
  const instances = useDependency(IUniverInstanceService);
  const unitId = instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)?.getUnitId();
  const bench = unitId === undefined ? undefined : binding.bench(unitId);
  const table = bench === undefined ? undefined : [...bench.tables.values()][0];
  return bench && table ? { bench, table } : null;
}
