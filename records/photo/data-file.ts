import { sha256Hex } from '../sha256.ts';
import type { Json, ProjectJson } from '../types.ts';
import { dataUrlPhoto, photoDataUrl, photoReference } from './photo-text.ts';
import type { Photo } from './picture-type.ts';

/** A picture under the SHA-256 of its bytes. */
export interface NamedPhoto extends Photo {
  readonly sha256: string;
}

type Loose = ProjectJson['records'][string][number];

/**
 * Takes the pictures out of records that hold them as data URLs; the records name them by reference instead. A data URL
 * without a picture stays as it is, so that nothing is lost.
 */
export async function takePhotosOut(
  json: ProjectJson,
): Promise<{ readonly json: ProjectJson; readonly photos: readonly NamedPhoto[] }> {
  const photos = new Map<string, NamedPhoto>();
  const records: Record<string, Loose[]> = {};
  for (const [entity, list] of Object.entries(json.records)) {
    const kept: Loose[] = [];
    for (const record of list) kept.push(await withoutPictures(record, photos));
    records[entity] = kept;
  }
  return photos.size === 0 ? { json, photos: [] } : { json: { ...json, records }, photos: [...photos.values()] };
}

/** The same for one record or the values of a change: data URLs become references, and what they held is in `photos`. */
export async function withoutPictures<T extends object>(values: T, photos: Map<string, NamedPhoto>): Promise<T> {
  let changed: Record<string, Json> | undefined;
  for (const [key, value] of Object.entries(values)) {
    if (typeof value !== 'string' || !value.startsWith('data:image/')) continue;
    const photo = dataUrlPhoto(value);
    if (photo === undefined) continue;
    const sha256 = await sha256Hex(photo.bytes);
    photos.set(sha256, { sha256, ...photo });
    changed ??= {};
    changed[key] = photoReference(sha256);
  }
  return changed === undefined ? values : { ...values, ...changed };
}

/** A value `"photo:…"` behind a key; inside another text its quotes would stand behind backslashes. */
const VALUE = /(": ?)"photo:([0-9a-f]{64})"/g;

/**
 * The text of a 数据文件 with the pictures in the place of their references, in pieces: together they can be longer than
 * one text may be. `missing` counts references whose picture is not there; they stay as they are.
 */
export async function dataFileParts(
  json: ProjectJson,
  photo: (sha256: string) => Promise<Photo | null>,
): Promise<{ readonly parts: readonly string[]; readonly missing: number }> {
  const text = JSON.stringify(json, null, 1);
  const parts: string[] = [];
  let missing = 0;
  let from = 0;
  for (const match of text.matchAll(VALUE)) {
    const [whole, before = '', sha256 = ''] = match;
    const found = await photo(sha256);
    if (found === null) {
      missing++;
      continue;
    }
    parts.push(`${text.slice(from, match.index)}${before}"${photoDataUrl(found)}"`);
    from = match.index + whole.length;
  }
  parts.push(text.slice(from));
  return { parts, missing };
}
