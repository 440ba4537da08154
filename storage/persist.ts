import type { Answer } from './error.ts';
import type { Storage } from './storage.ts';

/** `granted`: the browser keeps the data until the user deletes it. `unsupported`: no secure context, or too old. */
export type Persistence = 'granted' | 'denied' | 'unsupported';

/**
 * Asks the browser once to keep the data for good (some show a question, so not again at every start). Later calls only
 * look whether it was granted since.
 */
export async function askPersistence(storage: Storage): Promise<Answer<{ readonly persistence: Persistence }>> {
  const manager = globalThis.isSecureContext ? navigator.storage : undefined;
  if (!manager?.persist) return { ok: true, persistence: 'unsupported' };
  const asked = await storage.note('persist-asked');
  if (!asked.ok) return asked;
  if (await manager.persisted()) return { ok: true, persistence: 'granted' };
  if (asked.value !== undefined) return { ok: true, persistence: 'denied' };
  const noted = await storage.setNote('persist-asked', true);
  if (!noted.ok) return noted;
  return { ok: true, persistence: (await manager.persist()) ? 'granted' : 'denied' };
}
