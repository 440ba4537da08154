import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** What office programs call their tables; others of a folder are not asked about. */
const TABLES = new Set(['.xlsx', '.xlsm', '.xltx', '.xlsb', '.xls', '.xlt', '.et', '.ett', '.ods', '.csv', '.tsv']);

/**
 * The files that the arguments mean: a file itself, whatever it is called, and of a folder every table below it, in
 * order of their paths. Lock files (`~$…`) and hidden ones are none. `missing` are paths that lead nowhere.
 */
export async function findWorkbooks(
  paths: readonly string[],
): Promise<{ readonly files: readonly string[]; readonly missing: readonly string[] }> {
  const files = new Set<string>();
  const missing: string[] = [];
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind === 'file') files.add(path);
    else if (kind === 'folder') for (const file of await below(path)) files.add(file);
    else missing.push(path);
  }
  return { files: [...files], missing };
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'none'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'none';
  }
}

async function below(folder: string): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await below(path)));
    else if (entry.isFile() && TABLES.has(extname(entry.name).toLowerCase())) found.push(path);
  }
  return found;
}
