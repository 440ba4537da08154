import type { StoreChange } from '../records/store.contract.ts';
import type { OpenedProject } from './open-project.ts';
import type { SavedStore } from './saver/pending.ts';
import { createSaver, type Saver } from './saver/saver.ts';
import type { Storage } from './storage.ts';

/**
 * Saves an opened project from its store: read-only when another tab is the writer or something is damaged; steps back,
 * with everything written, when another tab takes over.
 */
export function saveProject(
  storage: Storage,
  { loaded, lock }: OpenedProject,
  store: SavedStore & { subscribe(listener: (change: StoreChange) => void): () => void },
): Saver {
  const saver = createSaver(storage, loaded, store, {
    mayWrite: lock.holds,
    ...(lock.holds() ? {} : { readOnly: 'read-only' as const }),
  });
  lock.beforeYield = () => saver.flush();
  lock.status.subscribe((state) => {
    if (state === 'elsewhere') saver.stop('taken-over');
  });
  return saver;
}
