import { assemblePack } from '../sheets-templates/assemble.ts';
import type { LoadedPack } from '../sheets-templates/schema.ts';

/**
 * The packs that the page ships: one folder each, one folder per template in it. A folder put there is found by the
 * build; nothing else names it.
 */
const packs = import.meta.glob<unknown>('../sheets-templates/*/pack.json', { import: 'default' });
const bindings = import.meta.glob<unknown>('../sheets-templates/*/*/binding.json', { import: 'default' });
const workbooks = import.meta.glob<string>('../sheets-templates/*/*/*.xlsx', { query: '?url', import: 'default' });

const folderOf = (path: string): string => path.split('/')[2] ?? '';
const fileOf = (path: string): string => path.split('/').slice(-1)[0] ?? '';

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The packs of this page, by folder. */
export const packIds: readonly string[] = Object.keys(packs).map(folderOf);

const loaded = new Map<string, Promise<LoadedPack>>();

/** Loads the packs while it is still being read which of them a project has; those that can be loaded. */
export async function loadAhead(): Promise<readonly LoadedPack[]> {
  const packs = await Promise.allSettled(packIds.map(loadPack));
  return packs.flatMap((pack) => (pack.status === 'fulfilled' ? [pack.value] : []));
}

/** The pack of this id with its templates. @throws Error when the page was built without it or it is broken. */
export function loadPack(id: string): Promise<LoadedPack> {
  const known = loaded.get(id);
  if (known) return known;
  const loading = load(id);
  loaded.set(id, loading);
  // What could not be fetched is fetched again when it is next asked for.
  loading.catch(() => loaded.delete(id));
  return loading;
}

async function load(id: string): Promise<LoadedPack> {
  const open = packs[`../sheets-templates/${id}/pack.json`];
  if (!open) throw new Error(`no pack ${id}`);
  const own = <T>(all: Record<string, T>): [string, T][] =>
    Object.entries(all).filter(([path]) => folderOf(path) === id);
  const [packJson, bindingJsons, files] = await Promise.all([
    open(),
    Promise.all(own(bindings).map(([, open]) => open())),
    Promise.all(own(workbooks).map(async ([path, open]) => [fileOf(path), await fetchBytes(await open())] as const)),
  ]);
  const answer = assemblePack(packJson, bindingJsons, new Map(files));
  if (!answer.ok) throw new Error(`pack ${id}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
