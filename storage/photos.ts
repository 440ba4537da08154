import { z } from 'zod';
import type { NamedPhoto } from '../records/photo/data-file.ts';
import { referredPhotos } from '../records/photo/photo-text.ts';
import { photoType } from '../records/photo/picture-type.ts';
import { Refusal } from './error.ts';
import { rangeOf } from './read.ts';
import type { Database } from './schema.ts';
import type { LoadedProject } from './types.ts';

const photoRow = z.object({
  sha256: z.string(),
  bytes: z.instanceof(Uint8Array).refine((bytes) => photoType(bytes) !== undefined),
});

/** One row; undefined when it holds no picture. */
export function parsePhoto(raw: unknown): NamedPhoto | undefined {
  const { data } = photoRow.safeParse(raw);
  const type = data === undefined ? undefined : photoType(data.bytes);
  return data === undefined || type === undefined ? undefined : { ...data, type };
}

/** Keeps a photo; the same picture is kept once in a project. @throws Refusal `project-missing` */
export async function keepPhoto(db: Database, project: string, photo: NamedPhoto): Promise<void> {
  const tx = db.transaction(['projects', 'photos'], 'readwrite');
  if ((await tx.objectStore('projects').getKey(project)) === undefined) {
    tx.abort();
    await tx.done.catch(() => {});
    throw new Refusal('project-missing');
  }
  const { sha256, type, bytes } = photo;
  await Promise.all([tx.objectStore('photos').put({ project, sha256, type, bytes }), tx.done]);
}

/** A kept photo; null when there is none, or none that can be read. */
export async function readPhoto(db: Database, project: string, sha256: string): Promise<NamedPhoto | null> {
  return parsePhoto(await db.get('photos', [project, sha256])) ?? null;
}

/** The hashes of a project's photos. */
export async function photoHashes(db: Database, project: string): Promise<readonly string[]> {
  return (await db.getAllKeys('photos', rangeOf(project))).map(([, sha256]) => sha256);
}

/**
 * Removes the photos that nothing can want any more: no record, no layout (stopped wizards are kept there), no row that
 * was set aside. Only right after a project was read by the one who may write it, when nothing can be undone yet;
 * with damaged rows nothing is removed, because what they want is not known. Answers how many went.
 */
export async function sweepPhotos(db: Database, loaded: LoadedProject): Promise<number> {
  if (loaded.damaged.length > 0) return 0;
  const kept = await photoHashes(db, loaded.id);
  if (kept.length === 0) return 0;
  const wanted = referredPhotos([loaded.project, ...loaded.layouts.values()]);
  const tx = db.transaction(['quarantine', 'photos'], 'readwrite');
  referredPhotos(await tx.objectStore('quarantine').index('project').getAll(loaded.id), wanted);
  const gone = kept.filter((sha256) => !wanted.has(sha256));
  const photos = tx.objectStore('photos');
  await Promise.all([...gone.map((sha256) => photos.delete([loaded.id, sha256])), tx.done]);
  return gone.length;
}
