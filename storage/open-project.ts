import type { Answer } from './error.ts';
import { lockProject } from './lock/lock.ts';
import type { ProjectLock } from './lock/types.ts';
import type { Storage } from './storage.ts';
import type { LoadedProject } from './types.ts';

/** A project as read, with the right to write it (or the news that another tab has it). */
export interface OpenedProject {
  readonly loaded: LoadedProject;
  readonly lock: ProjectLock;
}

/** Takes the project's lock, then reads it: in this order, so that what a former writer wrote last is read. */
export async function openProject(storage: Storage, id: string): Promise<Answer<OpenedProject>> {
  const lock = await lockProject(id);
  const loaded = await storage.load(id);
  if (loaded.ok) return { ok: true, loaded, lock };
  lock.release();
  return loaded;
}

/** Takes the lock over from the other tab and reads the project again, with what that tab wrote last. */
export async function takeOverProject(storage: Storage, opened: OpenedProject): Promise<Answer<OpenedProject>> {
  if (!(await opened.lock.takeOver())) return { ok: false, error: { code: 'read-only' } };
  const loaded = await storage.load(opened.loaded.id);
  return loaded.ok ? { ok: true, loaded, lock: opened.lock } : loaded;
}
