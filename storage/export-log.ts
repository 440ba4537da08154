import { isPlain } from './is-json.ts';
import { exportRow } from './rows.ts';
import type { Database } from './schema.ts';
import type { ExportEntry } from './types.ts';

/** Adds a line. The log is never shortened by the program: it must be kept for at least six months. */
export async function addExport(db: Database, entry: ExportEntry): Promise<void> {
  const tx = db.transaction('exportLog', 'readwrite', { durability: 'strict' });
  await Promise.all([tx.store.add(entry), tx.done]);
}

/** The log, newest first. A line that no longer parses is shown as far as it can be told. */
export async function listExports(db: Database, project?: string): Promise<readonly ExportEntry[]> {
  const rows =
    project === undefined ? await db.getAll('exportLog') : await db.getAllFromIndex('exportLog', 'project', project);
  return rows.map(readLine).reverse();
}

function readLine(raw: unknown): ExportEntry {
  const parsed = exportRow.safeParse(raw);
  if (parsed.success) return parsed.data;
  const row = isPlain(raw) ? raw : {};
  const text = (key: string): string => (row[key] === undefined ? '?' : String(row[key]));
  const count = (key: string): number => (typeof row[key] === 'number' ? row[key] : 0);
  return {
    at: text('at'),
    project: text('project'),
    unit: text('unit'),
    template: text('template'),
    fileName: text('fileName'),
    rows: count('rows'),
    mask: text('mask'),
    sha256: text('sha256'),
    failed: count('failed'),
  };
}
