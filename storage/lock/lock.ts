import { BeatLock } from './beat-lock.ts';
import type { ProjectLock } from './types.ts';
import { WebLock } from './web-lock.ts';

/** Whether the browser gives Web Locks here; without a secure context it does not. */
export function hasWebLocks(): boolean {
  return 'locks' in navigator && globalThis.isSecureContext;
}

/**
 * Takes the lock of a project if no other tab has it: `status` is `held` or `elsewhere`. In the second case the project
 * is opened read-only, and `takeOver` may be offered.
 */
export async function lockProject(project: string): Promise<ProjectLock> {
  const lock = hasWebLocks() ? new WebLock(project) : new BeatLock(project);
  await lock.acquire();
  return lock;
}
