import { openArchive, type PackedFile } from '../zip/archive.ts';
import { isPicture, receivedKind } from './received-kind.ts';

/** What of an archive concerns whoever collects tables. */
export interface PackedTables {
  /** In the order of their paths; at least one. */
  readonly tables: readonly PackedFile[];
  /** Paths of pictures, which nobody reads: a table may have been photographed. */
  readonly pictures: readonly string[];
}

/**
 * The tables in an archive; `undefined` when it holds none, or is no archive that can be opened: it is then a file of its own,
 * and reading it says what is the matter. An archive in an archive is such a file too.
 */
export function packedTables(bytes: Uint8Array): PackedTables | undefined {
  const files = [...(openArchive(bytes) ?? [])].sort((a, b) => (a.path < b.path ? -1 : 1));
  const tables = files.filter(({ path }) => receivedKind(path) !== 'none');
  const pictures = files.filter(({ path }) => isPicture(path)).map(({ path }) => path);
  return tables.length === 0 ? undefined : { tables, pictures };
}
