import { packedTables } from '../../xlsx/read/packed-tables.ts';
import { isPicture, receivedKind } from '../../xlsx/read/received-kind.ts';
import type { LaidFile } from './laid-files.ts';
import type { NamedFile } from './read-files.ts';

/** The beginning of a ZIP and nothing more: reading it says that the file is not whole. */
const DAMAGED = Uint8Array.from([0x50, 0x4b, 3, 4]);

/** Files as they came in. */
export interface Received {
  /** The tables, and documents that a table may have been sent in; no two share a name. */
  readonly tables: readonly NamedFile[];
  /** Paths of pictures, which nobody reads: a table may have been photographed. */
  readonly pictures: readonly string[];
}

/** Sorts received files; an archive stands for the tables in it. */
export async function receivedFiles(files: readonly LaidFile[]): Promise<Received> {
  const tables: LaidFile[] = [];
  const pictures: string[] = [];
  for (const laid of files) {
    const kind = receivedKind(laid.file.name);
    if (kind === 'archive') tables.push(...(await unpacked(laid, pictures)));
    else if (kind !== 'none') tables.push(laid);
    else if (isPicture(laid.path)) pictures.push(laid.path);
  }
  return { tables: named(tables), pictures };
}

/** The tables in an archive; itself where it has none or cannot be opened, so that reading it says why. */
async function unpacked(archive: LaidFile, pictures: string[]): Promise<LaidFile[]> {
  const { file } = archive;
  const bytes = await file.arrayBuffer().catch(() => null);
  const packed = bytes === null ? undefined : packedTables(new Uint8Array(bytes));
  if (packed === undefined) return [archive];
  pictures.push(...packed.pictures.map((path) => `${archive.path}/${path}`));
  return packed.tables.map(({ path, date, read }) => {
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
