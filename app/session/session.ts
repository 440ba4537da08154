import type { RecordStore } from '../../records/store.contract.ts';
import { openProject as openRecords } from '../../records/store.ts';
import type { ProjectJson } from '../../records/types.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import type { StorageErrorCode } from '../../storage/error.ts';
import { type OpenedProject, openProject, saveProject, takeOverProject } from '../../storage/open-project.ts';
import type { Saver } from '../../storage/saver/saver.ts';
import type { Storage } from '../../storage/storage.ts';
import { loadPack } from '../packs.ts';
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

/** With more records than these, the page is shown before all are judged: fewer take less time than the wait for it. */
const LATER = 20_000;

/** Opens a stored project. `unreadable`: the records do not fit the pack; the raw data can still be saved as a file. */
export async function openSession(storage: Storage, id: string): Promise<SessionAnswer> {
  const answer = await openProject(storage, id);
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
  const { project } = opened.loaded;
  const records = openRecords(loaded.pack, project, { later: recordsIn(project) > LATER });
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

const recordsIn = ({ records }: ProjectJson): number =>
  Object.values(records).reduce((sum, list) => sum + list.length, 0);

/** Writes what is pending and gives the project back. */
export async function closeSession(session: Session): Promise<void> {
  await session.saver.dispose();
  session.opened.lock.release();
}
