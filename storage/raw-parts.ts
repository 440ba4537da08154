import { photoDataUrl } from '../records/photo/photo-text.ts';
import { isPlain } from './is-json.ts';
import { parsePhoto, photoHashes } from './photos.ts';
import { rawJson } from './raw-json.ts';
import { readRaw } from './read.ts';
import type { Database } from './schema.ts';

/**
 * Everything stored of a project as readable JSON: its rows as they stand, and its photos as data URLs. In pieces, since
 * all photos of a county are more than one text can hold; one after the other they are the file.
 * @throws Refusal `project-missing`
 */
export async function rawParts(db: Database, id: string): Promise<readonly string[]> {
  const rows = rawJson({ format: 'mingce-raw', ...(await readRaw(db, id)) });
  const parts: string[] = [];
  for (const sha256 of await photoHashes(db, id)) {
    const row: unknown = await db.get('photos', [id, sha256]);
    const photo = parsePhoto(row);
    const shown = photo && isPlain(row) ? { ...row, bytes: photoDataUrl(photo) } : row;
    parts.push(`${parts.length === 0 ? '' : ','}\n    ${rawJson(shown)}`);
  }
  return [rows.replace(/\n\}$/, ',\n  "photos": ['), ...parts, parts.length === 0 ? ']\n}' : '\n  ]\n}'];
}
