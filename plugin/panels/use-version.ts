import { useDependency } from '@univerjs/ui';
import { useEffect, useState } from 'react';
import { BindingService } from '../binding/binding.service.ts';

/** A number that grows when bound rows or verdicts of a workbook changed, at most once a frame. */
export function useVersion(unitId: string | null): number {
  const binding = useDependency(BindingService);
  const [version, setVersion] = useState(0);
  useEffect(() => {
    let frame = 0;
    const subscription = binding.changed$.subscribe((changed) => {
      if (changed !== unitId || frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        setVersion((v) => v + 1);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      subscription.unsubscribe();
    };
  }, [binding, unitId]);
  return version;
}
