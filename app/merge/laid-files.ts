/** A file and where it lay. */
export interface LaidFile {
  readonly file: File;
  readonly path: string;
}

/** Where dropped files lay: a browser tells it of files chosen by a dialog only. */
const paths = new WeakMap<File, string>();

/** Files chosen by a dialog or dropped; of a folder, with their paths in it. */
export function chosenFiles(list: Iterable<File>): LaidFile[] {
  return [...list].map((file) => ({ file, path: file.webkitRelativePath || (paths.get(file) ?? file.name) }));
}

/** What was dropped, folders opened. Must be called within the event: the list is empty afterwards. */
export function droppedFiles(data: DataTransfer): Promise<LaidFile[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return Promise.resolve(chosenFiles(data.files));
  return Promise.all(entries.map(walk)).then((lists) => lists.flat());
}

async function walk(entry: FileSystemEntry): Promise<LaidFile[]> {
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
