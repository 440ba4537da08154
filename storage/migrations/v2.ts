import { dataUrlPhoto, photoReference } from '../../records/photo/photo-text.ts';
import { sha256Script } from '../../records/sha256.ts';
import { isPlain } from '../is-json.ts';
import type { UpgradeTransaction } from '../schema.ts';
import type { Migration } from './types.ts';

/** Rows looked at in one go. */
const ROWS = 500;

/** Photos get a store of their own; those that stand in records as data URLs move there. */
export const v2: Migration = {
  to: 2,
  async up(db, tx) {
    db.createObjectStore('photos', { keyPath: ['project', 'sha256'] });
    let range: IDBKeyRange | null = null;
    for (;;) {
      const rows: unknown[] = await tx.objectStore('records').getAll(range, ROWS);
      let last: unknown;
      for (const row of rows) {
        if (!isPlain(row)) continue;
        await move(row, tx);
        last = [row.project, row.entity, row.id];
      }
      if (rows.length < ROWS) return;
      range = IDBKeyRange.lowerBound(last, true);
    }
  },
};

async function move(row: { readonly [key: string]: unknown }, tx: UpgradeTransaction): Promise<void> {
  const { project, data } = row;
  if (!isPlain(data)) return;
  const moved = new Map<string, string>();
  for (const [key, value] of Object.entries(data)) {
    if (typeof value !== 'string' || !value.startsWith('data:image/')) continue;
    const photo = dataUrlPhoto(value);
    if (photo === undefined) continue;
    // Only requests of the upgrade may be waited for: the hash is made by script.
    const sha256 = sha256Script(photo.bytes);
    await tx.objectStore('photos').put?.({ project, sha256, ...photo });
    moved.set(key, photoReference(sha256));
  }
  if (moved.size > 0)
    await tx.objectStore('records').put?.({ ...row, data: { ...data, ...Object.fromEntries(moved) } });
}
