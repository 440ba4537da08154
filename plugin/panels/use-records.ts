import { useDependency } from '@univerjs/ui';
import { useEffect, useMemo, useState } from 'react';
import type { RecordStore } from '../../records/store.contract.ts';
import { BindingService } from '../binding/binding.service.ts';
import type { Workbench } from '../binding/workbench.ts';

/** The records of a workbook as of their last change. The store changes in place; this is a new object each time. */
export interface RecordsNow {
  readonly store: RecordStore;
}

/** The workbook's records, as a new object after bound rows or verdicts changed, at most once a frame. */
export function useRecords(bench: Workbench | undefined): RecordsNow | null {
  const binding = useDependency(BindingService);
  const opened = useMemo(() => (bench ? { store: bench.store } : null), [bench]);
  const [changed, setChanged] = useState<RecordsNow | null>(null);
  useEffect(() => {
    if (!bench) return undefined;
    const { store, unitId } = bench;
    let frame = 0;
    const subscription = binding.changed$.subscribe((unit) => {
      if (unit !== unitId || frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        setChanged({ store });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      subscription.unsubscribe();
    };
  }, [binding, bench]);
  return changed?.store === opened?.store ? changed : opened;
}
