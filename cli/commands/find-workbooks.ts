import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isPicture, isStranger, receivedKind } from '../../xlsx/read/received-kind.ts';
import { openedArchive } from '../workers/read-received.ts';

/**
 * The files that the arguments mean: a file itself, whatever it is called, and of a folder every table below it, in
 * order of their paths; documents that a table may have been sent in as well, since they are to be told about. An archive
 * stands for the tables in it (`in/南城镇.zip/白虎村.xlsx`), if there are any. `missing` are paths that lead nowhere,
 * `pictures` those of folders and archives: a table may have been photographed. `strangers` are other files of folders.
 */
export async function findWorkbooks(paths: readonly string[]): Promise<{
  readonly files: readonly string[];
  readonly missing: readonly string[];
  readonly pictures: readonly string[];
  readonly strangers: readonly string[];
}> {
  const files = new Set<string>();
  const missing: string[] = [];
  const pictures: string[] = [];
  const strangers: string[] = [];
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind === 'file') for (const file of unpacked(path, pictures)) files.add(file);
    else if (kind === 'folder') for (const file of await below(path, pictures, strangers)) files.add(file);
    else missing.push(path);
  }
  return { files: [...files], missing, pictures, strangers };
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'none'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'none';
  }
}

async function below(folder: string, pictures: string[], strangers: string[]): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(entry.name.startsWith('.') ? [] : await below(path, pictures, strangers)));
    else if (entry.isFile() && receivedKind(entry.name) !== 'none') found.push(...unpacked(path, pictures));
    else if (entry.isFile() && isPicture(path)) pictures.push(path);
    else if (entry.isFile() && isStranger(entry.name)) strangers.push(path);
  }
  return found;
}

/** The tables of an archive; any other file, and an archive without tables, is what it is. */
function unpacked(file: string, pictures: string[]): string[] {
  if (receivedKind(file) !== 'archive') return [file];
  try {
    const opened = openedArchive(file);
    if (opened === undefined) return [file];
    // Not `join`: it would follow `..` out of the archive.
    const inside = (path: string): string => `${file}/${path}`;
    pictures.push(...opened.pictures.map(inside));
    return [...opened.tables.keys()].map(inside);
  } catch {
    // Reading it says why.
    return [file];
  }
}
