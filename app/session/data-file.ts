import { dataFileParts } from '../../records/photo/data-file.ts';
import { photoReference } from '../../records/photo/photo-text.ts';
import type { ProjectJson } from '../../records/types.ts';
import { SHELL } from '../locale/shell-zh-CN.ts';
import { fill } from '../locale/zh-CN.ts';
import type { PhotoKeeper } from './photo-keeper.ts';
import { JSON_TYPE, saveFile } from './save-file.ts';

/**
 * Hands a project with its pictures to the browser as a 数据文件; answers a sentence when pictures were not to be found,
 * undefined when all is in the file.
 */
export async function saveDataFile(name: string, json: ProjectJson, photos: PhotoKeeper): Promise<string | undefined> {
  const { parts, missing } = await dataFileParts(json, (sha256) => photos.read(photoReference(sha256)));
  saveFile(name, parts, JSON_TYPE);
  return missing === 0 ? undefined : fill(SHELL.photo.missingInFile, { n: missing });
}
