import { isPlain } from './is-json.ts';
import type { Database, Store } from './schema.ts';
import type { Damaged } from './types.ts';

/**
 * Moves damaged rows into the quarantine, as they stand now, out of their block where they are in one. The project's own
 * row is only copied: it must stay.
 */
export async function setAside(db: Database, project: string, damaged: readonly Damaged[]): Promise<void> {
  const stores: Store[] = ['blocks', 'layouts', 'place', 'projects', 'quarantine'];
  const tx = db.transaction(stores, 'readwrite', { durability: 'strict' });
  const date = Date.now();
  // From the end of each block, so that the rows before keep their places.
  const backwards = [...damaged].sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  for (const { store, key, reason, at } of backwards) {
    const query = IDBKeyRange.only(key);
    const stored: unknown = await tx.objectStore(store).get(query);
    const rows: unknown[] | null =
      at !== undefined && isPlain(stored) && Array.isArray(stored.rows) ? stored.rows : null;
    const raw = rows && at !== undefined ? rows.splice(at, 1)[0] : stored;
    await tx.objectStore('quarantine').add({ project, at: date, store, key, reason, raw });
    if (store === 'projects') continue;
    if (rows && rows.length > 0) await tx.objectStore(store).put(stored);
    else await tx.objectStore(store).delete(query);
  }
  await tx.done;
}
