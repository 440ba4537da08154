import type { NamedPhoto } from '../records/photo/data-file.ts';
import type { ProjectJson } from '../records/types.ts';
import { Refusal } from './error.ts';
import { isPlain } from './is-json.ts';
import { newProjectRows } from './new-project.ts';
import { rangeOf } from './read.ts';
import { parseMeta } from './rows.ts';
import type { Database, Store } from './schema.ts';
import type { LoadedProject, ProjectListing } from './types.ts';

const ignore = (): void => {};

/** All projects, the last saved first, unreadable ones at the end. */
export async function listProjects(db: Database): Promise<readonly ProjectListing[]> {
  const rows = await db.getAll('projects');
  const listed = rows.map((row): ProjectListing => {
    const parsed = parseMeta(row);
    if (parsed.ok) return { id: parsed.value.id, meta: parsed.value };
    return { id: isPlain(row) ? String(row.id) : '', meta: null };
  });
  return listed.sort((a, b) => (b.meta?.updatedAt ?? 0) - (a.meta?.updatedAt ?? 0));
}

/**
 * Stores a new project with all its records, and the photos that they name, in one strict transaction.
 * @throws Refusal `project-exists`.
 */
export async function createProject(
  db: Database,
  id: string,
  name: string,
  json: ProjectJson,
  photos: readonly NamedPhoto[],
): Promise<LoadedProject> {
  const { loaded, blocks } = newProjectRows(id, name, json, Date.now());
  const tx = db.transaction(['projects', 'blocks', 'photos'], 'readwrite', { durability: 'strict' });
  const done = tx.done;
  done.catch(ignore);
  const send = (request: Promise<unknown>): void => void request.catch(ignore);
  const projects = tx.objectStore('projects');
  const taken = projects.getKey(id);
  send(projects.put(loaded.meta));
  const records = tx.objectStore('blocks');
  for (const block of blocks) send(records.put({ project: id, ...block }));
  const pictures = tx.objectStore('photos');
  for (const { sha256, type, bytes } of photos) send(pictures.put({ project: id, sha256, type, bytes }));
  if ((await taken.catch(() => undefined)) !== undefined) {
    tx.abort();
    await done.catch(ignore);
    throw new Refusal('project-exists');
  }
  await done;
  return loaded;
}

/** Removes a project's rows from every store but the export log. */
export async function deleteProject(db: Database, id: string): Promise<void> {
  const stores: Store[] = ['projects', 'blocks', 'layouts', 'place', 'quarantine', 'photos'];
  const tx = db.transaction(stores, 'readwrite', { durability: 'strict' });
  const aside = await tx.objectStore('quarantine').index('project').getAllKeys(id);
  await Promise.all([
    tx.objectStore('projects').delete(id),
    tx.objectStore('blocks').delete(rangeOf(id)),
    tx.objectStore('layouts').delete(rangeOf(id)),
    tx.objectStore('place').delete(id),
    tx.objectStore('photos').delete(rangeOf(id)),
    ...aside.map((key) => tx.objectStore('quarantine').delete(key)),
    tx.done,
  ]);
}
