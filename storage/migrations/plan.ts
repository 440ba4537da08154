import type { Database, UpgradeTransaction } from '../schema.ts';
import type { Migration } from './types.ts';

/** The version that a list leads to. @throws Error when the list has a gap: versions go 1, 2, 3, … */
export function latestVersion(migrations: readonly Migration[]): number {
  migrations.forEach((migration, i) => {
    if (migration.to !== i + 1) throw new Error(`migration ${i + 1} leads to version ${migration.to}`);
  });
  return migrations.length;
}

/** The steps from a stored version (0: no database yet) up to the latest, in order. */
export function stepsFrom(migrations: readonly Migration[], version: number): readonly Migration[] {
  return migrations.filter((migration) => migration.to > version);
}

/**
 * Runs the steps inside the upgrade transaction, one after the other. When one throws, the whole upgrade is rolled
 * back and the database stays as it was; the error is answered.
 */
export async function migrate(
  migrations: readonly Migration[],
  db: Database,
  tx: UpgradeTransaction,
  oldVersion: number,
): Promise<Error | null> {
  try {
    for (const step of stepsFrom(migrations, oldVersion)) await step.up(db, tx);
    return null;
  } catch (thrown) {
    try {
      tx.abort();
    } catch {
      // Already aborted by the failed request itself.
    }
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}
