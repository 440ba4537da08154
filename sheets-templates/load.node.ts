import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Result } from '../formulas/result.ts';
import { assemblePack, type PackError } from './assemble.ts';
import type { LoadedPack } from './schema.ts';

/** What a folder of packs holds: the usable ones by id, and for the others the folder and its problems. */
export interface LoadedPacks {
  readonly packs: ReadonlyMap<string, LoadedPack>;
  readonly failed: readonly { readonly folder: string; readonly error: PackError }[];
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const parse = (bytes: Uint8Array): Result<unknown, { code: string; detail: string }> => {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch (error) {
    return { ok: false, error: { code: 'not-json', detail: String(error) } };
  }
};

const failure = (path: string, detail: string): Result<LoadedPack, PackError> => ({
  ok: false,
  error: { code: 'bad-pack', problems: [{ code: 'not-json', path, detail }] },
});

/** The name of the workbook that a binding asks for; only a plain file name is read, never a path out of the folder. */
function workbookOf(binding: unknown): { readonly id: string; readonly file: string } | undefined {
  if (typeof binding !== 'object' || binding === null || !('workbook' in binding) || !('id' in binding))
    return undefined;
  const { id, workbook } = binding;
  if (typeof id !== 'string' || typeof workbook !== 'string' || basename(workbook) !== workbook) return undefined;
  return { id, file: workbook };
}

/**
 * Reads one pack: `FOLDER/pack.json` and every `FOLDER/TEMPLATE/binding.json` with the workbook beside it.
 * @throws when a file exists but cannot be read
 */
export async function loadPack(folder: string): Promise<Result<LoadedPack, PackError>> {
  const text = await readIfThere(join(folder, 'pack.json'));
  if (!text) return failure('pack.json', 'missing');
  const pack = parse(text);
  if (!pack.ok) return failure('pack.json', pack.error.detail);
  const bindings: unknown[] = [];
  const workbooks = new Map<string, Uint8Array>();
  const entries = await readdir(folder, { withFileTypes: true });
  for (const name of entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()) {
    const bytes = await readIfThere(join(folder, name, 'binding.json'));
    if (!bytes) continue;
    const binding = parse(bytes);
    if (!binding.ok) return failure(`${name}/binding.json`, binding.error.detail);
    bindings.push(binding.value);
    const wanted = workbookOf(binding.value);
    const workbook = wanted && (await readIfThere(join(folder, name, wanted.file)));
    if (wanted && workbook) workbooks.set(`${wanted.id}/${wanted.file}`, workbook);
  }
  return assemblePack(pack.value, bindings, workbooks);
}

/** Reads every pack below a folder, at run time; a broken one does not hide the others. */
export async function loadPacks(folder: string): Promise<LoadedPacks> {
  const packs = new Map<string, LoadedPack>();
  const failed: { folder: string; error: PackError }[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const name of entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()) {
    if (!(await readIfThere(join(folder, name, 'pack.json')))) continue;
    const loaded = await loadPack(join(folder, name));
    if (loaded.ok) packs.set(loaded.value.pack.id, loaded.value);
    else failed.push({ folder: name, error: loaded.error });
  }
  return { packs, failed };
}
