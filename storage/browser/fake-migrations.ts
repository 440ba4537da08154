import { isPlain } from '../is-json.ts';
import { MIGRATIONS } from '../migrations/all.ts';
import type { Migration } from '../migrations/types.ts';

/** Steps after the latest released one, as a later program would have them. */
export const migrations: { readonly good: readonly Migration[]; readonly bad: readonly Migration[] } = {
  good: [
    ...MIGRATIONS,
    {
      to: MIGRATIONS.length + 1,
      async up(_db, tx) {
        const projects = tx.objectStore('projects');
        for (let cursor = await projects.openCursor?.(); cursor; cursor = await cursor.continue()) {
          const row: unknown = cursor.value;
          if (isPlain(row)) await cursor.update?.({ ...row, name: `${row.name}（新）` });
        }
      },
    },
  ],
  bad: [
    ...MIGRATIONS,
    {
      to: MIGRATIONS.length + 1,
      async up(_db, tx) {
        await tx.objectStore('projects').clear?.();
        throw new Error('a mistake in the migration');
      },
    },
  ],
};
