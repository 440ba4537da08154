import { useEffect, useState } from 'react';
import type { RecordStore } from '../../records/store.contract.ts';

/** What the frame counts. `unjudged`: records not checked yet; until there are none, errors and warnings are too few. */
export interface ShownTotals {
  readonly people: number;
  readonly errors: number;
  readonly warnings: number;
  readonly unjudged: number;
}

/** The counts that the frame shows; never more often than once a frame, however many patches there are. */
export function useTotals(store: RecordStore): ShownTotals {
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

function read({ totals }: RecordStore): ShownTotals {
  const { errors, warnings, unjudged } = totals;
  return { people: totals.inForce.get('person') ?? 0, errors, warnings, unjudged };
}
