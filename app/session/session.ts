import { readTemplatesAhead } from '../../plugin/binding/template-snapshot.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import { openProject as openRecords } from '../../records/store.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import type { StorageErrorCode } from '../../storage/error.ts';
import { type OpenedProject, type openProject, takeOverProject } from '../../storage/open-project.ts';
import { saveProject } from '../../storage/save-project.ts';
import type { Saver } from '../../storage/saver/saver.ts';
import type { Storage } from '../../storage/storage.ts';
import { loadAhead, loadPack } from '../packs.ts';
import { TABS } from '../workspace/template-id.ts';
import { type PhotoKeeper, photoKeeper } from './photo-keeper.ts';

/** An open project: what was read, its records, and what keeps them stored. */
export interface Session {
  readonly opened: OpenedProject;
  readonly loaded: LoadedPack;
  readonly store: RecordStore;
  readonly saver: Saver;
  readonly photos: PhotoKeeper;
}

export type SessionAnswer =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly error: StorageErrorCode | 'unreadable' };

/** Opens a project that is being read. `unreadable`: the records do not fit the pack; the raw data can still be saved as a file. */
export async function openSession(storage: Storage, reading: ReturnType<typeof openProject>): Promise<SessionAnswer> {
  void loadAhead().then((packs) => {
    for (const pack of packs) readTemplatesAhead(pack, TABS);
  });
  const answer = await reading;
  return answer.ok ? startSession(storage, answer) : { ok: false, error: answer.error.code };
}

/** Takes the project over from the other tab, with what that tab wrote last. */
export async function takeOver(storage: Storage, session: Session): Promise<SessionAnswer> {
  const answer = await takeOverProject(storage, session.opened);
  if (!answer.ok) return { ok: false, error: answer.error.code };
  await session.saver.dispose();
  return startSession(storage, answer);
}

async function startSession(storage: Storage, opened: OpenedProject): Promise<SessionAnswer> {
  const loaded = await loadPack(opened.loaded.project.pack);
  // The page is drawn first; what it draws is judged as it is drawn.
  const records = openRecords(loaded.pack, opened.loaded.project, { later: true });
  if (!records.ok) {
    opened.lock.release();
    return { ok: false, error: 'unreadable' };
  }
  const saver = saveProject(storage, opened, records.store);
  // Nothing can be undone yet, so what no record wants now nobody can want. When it fails, the next opening does it.
  if (opened.lock.holds()) await storage.sweepPhotos(opened.loaded);
  const photos = photoKeeper(storage, opened.loaded.id);
  return { ok: true, session: { opened, loaded, store: records.store, saver, photos } };
}

/** Writes what is pending and gives the project back. */
export async function closeSession(session: Session): Promise<void> {
  await session.saver.dispose();
  session.opened.lock.release();
}
