import { IUniverInstanceService, UniverInstanceType, type Workbook } from '@univerjs/core';
import { useDependency } from '@univerjs/ui';
import { useEffect, useState } from 'react';
import { merge } from 'rxjs';
import { BindingService } from '../binding/binding.service.ts';
import { formOf } from './form-commands.ts';
import type { FormSheet } from './form-sheet.ts';

/** The record form while its tab is in front, read anew when it shows somebody else or that person changes. */
export function useFrontForm(): FormSheet | null {
  const binding = useDependency(BindingService);
  const instances = useDependency(IUniverInstanceService);
  const [, setVersion] = useState(0);
  useEffect(() => {
    let inner: { unsubscribe(): void } | null = null;
    const again = (): void => setVersion((v) => v + 1);
    const outer = instances.getCurrentTypeOfUnit$<Workbook>(UniverInstanceType.UNIVER_SHEET).subscribe((workbook) => {
      inner?.unsubscribe();
      inner = null;
      if (!workbook) return;
      // The workbook is there a moment before its sheets are bound.
      queueMicrotask(() => {
        const form = formOf(binding.bench(workbook.getUnitId()));
        const signals = [workbook.activeSheet$, binding.changed$, ...(form ? [form.model.pointed$] : [])];
        inner = merge<unknown[]>(...signals).subscribe(again);
        again();
      });
    });
    return () => {
      inner?.unsubscribe();
      outer.unsubscribe();
    };
  }, [binding, instances]);
  const bench = binding.open();
  const form = formOf(bench);
  return bench && form && bench.activeSheetId() === form.subUnitId ? form : null;
}
