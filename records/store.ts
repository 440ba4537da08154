import type { Pack } from '../sheets-templates/schema.ts';
import { MemoryStore } from './memory-store.ts';
import { type ProjectError, readProject } from './open-json.ts';
import type { RecordStore } from './store.contract.ts';
import type { Settings } from './types.ts';

/**
 * Opens a 数据文件: its JSON, parsed. The store takes the records over; they must not be changed from outside.
 * Many records at once (the rows of a file) go in fastest as one patch: the inserts of `edit(entity, null, …)` joined.
 * Error codes: see `ProjectError`.
 * @param options `later`: nobody is judged yet; see `RecordStore.check`
 */
export function openProject(
  pack: Pack,
  json: unknown,
  options: { readonly later?: boolean } = {},
): { readonly ok: true; readonly store: RecordStore } | { readonly ok: false; readonly error: ProjectError } {
  const opened = readProject(pack, json);
  return opened.ok ? { ok: true, store: new MemoryStore(pack, opened.value, options.later) } : opened;
}

/** A new project with the unit's list of villages, in their order. */
export function newProject(
  pack: Pack,
  settings: Settings,
  villages: readonly { readonly township: string; readonly name: string }[],
): RecordStore {
  const store = new MemoryStore(pack, { settings, records: new Map(), rest: {} });
  const known = pack.entities.some(({ key }) => key === 'village');
  if (!known) return store;
  const inserts = villages.flatMap(({ township, name }, at) =>
    store
      .edit('village', null, { township, name })
      .map((change) => (change.op === 'insert' ? { ...change, record: { ...change.record, order: at + 1 } } : change)),
  );
  store.apply(inserts, 'load');
  return store;
}
