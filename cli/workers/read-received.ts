import { readFileSync, statSync } from 'node:fs';
import { localDay } from '../../formulas/calendar.ts';
import { packedTables } from '../../xlsx/read/packed-tables.ts';
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
  const packed = openedArchive(archive)?.get(path);
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

/** The tables of an archive by their paths; `undefined` when it holds none. The last one stays open. */
export function openedArchive(archive: string): ReadonlyMap<string, PackedFile> | undefined {
  if (last?.archive !== archive) {
    const tables = packedTables(new Uint8Array(readFileSync(archive)));
    last = { archive, tables: tables && new Map(tables.map((packed) => [packed.path, packed])) };
  }
  return last.tables;
}

let last: { readonly archive: string; readonly tables: ReadonlyMap<string, PackedFile> | undefined } | undefined;

const writtenOn = (file: string): string => localDay(statSync(file).mtime);
