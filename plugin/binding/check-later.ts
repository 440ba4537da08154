import { type IDisposable, toDisposable } from '@univerjs/core';
import type { BindingService } from './binding.service.ts';
import type { Workbench } from './workbench.ts';

/** The page first draws what there is. In milliseconds. */
const AFTER = 100;
/** How long a slice may keep the thread: several fit between two frames. In milliseconds. */
const SLICE = 8;

/**
 * Judges, slice by slice, the records that opening their store left for later. The store tells its listeners how far it
 * is; panels and marks hear of it once, when everybody is judged.
 */
export function checkLater(binding: BindingService, { store, unitId }: Workbench): IDisposable {
  if (store.totals.unjudged === 0) return toDisposable(() => {});
  let timer = setTimeout(step, AFTER);
  function step(): void {
    const end = performance.now() + SLICE;
    store.check(() => performance.now() < end);
    if (store.totals.unjudged > 0) timer = setTimeout(step, 0);
    else binding.changed$.next(unitId);
  }
  return toDisposable(() => clearTimeout(timer));
}
