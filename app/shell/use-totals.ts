import { useEffect, useState } from 'react';
import type { RecordStore } from '../../records/store.contract.ts';

/** The counts that the frame shows; never more often than once a frame, however many patches there are. */
export function useTotals(store: RecordStore): { people: number; errors: number; warnings: number } {
  const [totals, setTotals] = useState(() => read(store));
  useEffect(() => {
    let frame = 0;
    setTotals(read(store));
    const stop = store.subscribe(() => {
      if (frame === 0) {
        frame = requestAnimationFrame(() => {
          frame = 0;
          setTotals(read(store));
        });
      }
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [store]);
  return totals;
}

function read({ totals }: RecordStore): { people: number; errors: number; warnings: number } {
  return { people: totals.inForce.get('person') ?? 0, errors: totals.errors, warnings: totals.warnings };
}
