import { readFileSync, statSync } from 'node:fs';
import { localDay } from '../../formulas/calendar.ts';
import { type PackedTables, packedTables } from '../../xlsx/read/packed-tables.ts';
import type { PackedFile } from '../../xlsx/zip/archive.ts';

/** A file as it was received, and when it was last written, `2017-11-30`. */
export interface Received {
  readonly bytes: Uint8Array;
  readonly date: string;
}

/**
 * Reads a file, or one inside an archive: `in/南城镇.zip/白虎村.xlsx`, as `findWorkbooks` names it.
 * @throws what the file system or a damaged archive refuses
 */
export function readReceived(file: string): Received {
  const archive = archiveOf(file);
  if (archive === undefined) return { bytes: new Uint8Array(readFileSync(file)), date: writtenOn(file) };
  const path = file.slice(archive.length + 1).replaceAll('\\', '/');
  const packed = openedArchive(archive)?.tables.get(path);
  const bytes = packed?.read();
  if (packed === undefined || bytes === undefined) throw new Error(`damaged: ${file}`);
  return { bytes, date: packed.date || writtenOn(archive) };
}

/** The archive that a file is in; `undefined` for a file of its own. */
export function archiveOf(file: string): string | undefined {
  for (const { index } of file.matchAll(/\.zip(?=[\\/])/giu)) {
    const archive = file.slice(0, index + 4);
    if (statSync(archive, { throwIfNoEntry: false })?.isFile()) return archive;
  }
  return undefined;
}

/** The tables of an archive by their paths. */
export interface OpenedArchive extends Pick<PackedTables, 'pictures'> {
  readonly tables: ReadonlyMap<string, PackedFile>;
}

/** What an archive holds; `undefined` when there is no table in it. The last one stays open. */
export function openedArchive(archive: string): OpenedArchive | undefined {
  if (last?.archive !== archive) {
    const packed = packedTables(new Uint8Array(readFileSync(archive)));
    const tables = new Map(packed?.tables.map((table) => [table.path, table]));
    last = { archive, opened: packed && { tables, pictures: packed.pictures } };
  }
  return last.opened;
}

let last: { readonly archive: string; readonly opened: OpenedArchive | undefined } | undefined;

const writtenOn = (file: string): string => localDay(statSync(file).mtime);
