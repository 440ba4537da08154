import { packedTables } from '../../xlsx/read/packed-tables.ts';
import { receivedKind } from '../../xlsx/read/received-kind.ts';
import type { LaidFile } from './laid-files.ts';
import type { NamedFile } from './read-files.ts';

/** The beginning of a ZIP and nothing more: reading it says that the file is not whole. */
const DAMAGED = Uint8Array.from([0x50, 0x4b, 3, 4]);

/**
 * The tables among files, and documents that a table may have been sent in; an archive stands for the tables in it. Named so
 * that no two share a name.
 */
export async function receivedTables(files: readonly LaidFile[]): Promise<NamedFile[]> {
  const tables: LaidFile[] = [];
  for (const laid of files) {
    const kind = receivedKind(laid.file.name);
    if (kind === 'archive') tables.push(...(await unpacked(laid)));
    else if (kind !== 'none') tables.push(laid);
  }
  return named(tables);
}

/** The tables in an archive; itself where it has none or cannot be opened, so that reading it says why. */
async function unpacked(archive: LaidFile): Promise<LaidFile[]> {
  const { file } = archive;
  const bytes = await file.arrayBuffer().catch(() => null);
  const tables = bytes === null ? undefined : packedTables(new Uint8Array(bytes));
  if (tables === undefined) return [archive];
  return tables.map(({ path, date, read }) => {
    const unpacked = read();
    const content = unpacked === undefined ? [DAMAGED] : [new Uint8Array(unpacked)];
    const lastModified = date === '' ? file.lastModified : new Date(`${date}T00:00:00`).getTime();
    return {
      file: new File(content, path.split('/').at(-1) ?? path, { lastModified }),
      path: `${archive.path}/${path}`,
    };
  });
}

function named(tables: LaidFile[]): NamedFile[] {
  const count = new Map<string, number>();
  for (const { file } of tables) count.set(file.name, (count.get(file.name) ?? 0) + 1);
  const seen = new Map<string, number>();
  return tables
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ file, path }) => {
      const wanted = count.get(file.name) === 1 ? file.name : path;
      const nth = (seen.get(wanted) ?? 0) + 1;
      seen.set(wanted, nth);
      return { name: nth === 1 ? wanted : `${wanted} (${nth})`, file, path };
    });
}
