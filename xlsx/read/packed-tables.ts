import { openArchive, type PackedFile } from '../zip/archive.ts';
import { receivedKind } from './received-kind.ts';

/**
 * The tables in an archive, in the order of their paths; `undefined` when it holds none, or is no archive that can be opened: it
 * is then a file of its own, and reading it says what is the matter. An archive in an archive is such a file too.
 */
export function packedTables(bytes: Uint8Array): readonly PackedFile[] | undefined {
  const files = (openArchive(bytes) ?? []).filter(({ path }) => receivedKind(path) !== 'none');
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return files.length === 0 ? undefined : files;
}
