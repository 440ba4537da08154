import type { NamedFile } from './read-files.ts';

/** What office programs call their tables; others of a folder are not asked about. */
const TABLE = /\.(?:xlsx|xlsm|xltx|xlsb|xls|xlt|et|ett|ods|csv|tsv)$/iu;

/** The tables among files, named so that no two share a name. Lock files (`~$…`) and hidden ones are none. */
export function tablesOf(files: readonly { readonly file: File; readonly path: string }[]): NamedFile[] {
  const tables = files.filter(({ file }) => TABLE.test(file.name) && !/^(?:~\$|\.)/u.test(file.name));
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

/** Where dropped files lay: a browser tells it of files chosen by a dialog only. */
const paths = new WeakMap<File, string>();

/** Files chosen by a dialog or dropped; of a folder, with their paths in it. */
export function chosenFiles(list: Iterable<File>): { readonly file: File; readonly path: string }[] {
  return [...list].map((file) => ({ file, path: file.webkitRelativePath || (paths.get(file) ?? file.name) }));
}

/** What was dropped, folders opened. Must be called within the event: the list is empty afterwards. */
export function droppedFiles(data: DataTransfer): Promise<{ readonly file: File; readonly path: string }[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return Promise.resolve(chosenFiles(data.files));
  return Promise.all(entries.map(walk)).then((lists) => lists.flat());
}

async function walk(entry: FileSystemEntry): Promise<{ file: File; path: string }[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    paths.set(file, path);
    return [{ file, path }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: FileSystemEntry[] = [];
  // A folder is handed out in pieces of 100.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    found.push(...some);
  }
  return (await Promise.all(found.map(walk))).flat();
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
