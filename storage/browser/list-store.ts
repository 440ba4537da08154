import type { StoreChange } from '../../records/store.contract.ts';
import type { DataRecord, Patch, ProjectJson, Settings } from '../../records/types.ts';
import type { SavedStore } from '../saver/pending.ts';

/** The plainest store that applies patches, as the model that what is stored is compared with. */
export class ListStore implements SavedStore {
  settings: Settings;
  readonly #json: ProjectJson;
  readonly #records = new Map<string, Map<string, DataRecord>>();
  readonly #listeners = new Set<(change: StoreChange) => void>();

  constructor(json: ProjectJson) {
    this.#json = json;
    this.settings = json.settings;
    for (const [entity, list] of Object.entries(json.records)) {
      for (const record of list) this.#put(entity, record);
    }
  }

  get totals() {
    const inForce = new Map([...this.#records].map(([entity, list]) => [entity, list.size]));
    return { errors: 0, warnings: 0, infos: 0, inForce };
  }

  get(entity: string, id: string): DataRecord | undefined {
    return this.#records.get(entity)?.get(id);
  }

  ids(entity: string): readonly string[] {
    return [...(this.#records.get(entity)?.keys() ?? [])];
  }

  subscribe(listener: (change: StoreChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  toJson(): ProjectJson {
    const records = Object.fromEntries([...this.#records].map(([entity, list]) => [entity, [...list.values()]]));
    return { ...this.#json, settings: this.settings, records };
  }

  apply(patch: Patch): void {
    const touched = new Map<string, Map<string, Set<string>>>();
    const touch = (entity: string, id: string, keys: string[]): void => {
      const ids = touched.get(entity) ?? new Map<string, Set<string>>();
      ids.set(id, new Set(keys));
      touched.set(entity, ids);
    };
    let settingsChanged = false;
    for (const change of patch) {
      if (change.op === 'settings') {
        settingsChanged = true;
        this.settings = { ...this.settings, ...change.set };
        continue;
      }
      const list = this.#records.get(change.entity) ?? new Map<string, DataRecord>();
      this.#records.set(change.entity, list);
      if (change.op === 'remove') {
        list.delete(change.id);
        touch(change.entity, change.id, []);
      } else if (change.op === 'update') {
        const before = list.get(change.id);
        if (before) list.set(change.id, { ...before, ...change.set });
        touch(change.entity, change.id, Object.keys(change.set));
      } else if (change.op === 'insert') {
        const all = [...list.values()];
        const at = all.findIndex((record) => record.id === change.before);
        all.splice(at < 0 ? all.length : at, 0, change.record);
        this.#records.set(change.entity, new Map(all.map((record) => [record.id, record])));
        touch(change.entity, change.record.id, []);
      } else {
        const all = change.ids.flatMap((id) => list.get(id) ?? []);
        this.#records.set(change.entity, new Map(all.map((record) => [record.id, record])));
      }
    }
    const rest = { inverse: [], reordered: new Set<string>(), judged: new Map<string, Set<string>>() };
    const event: StoreChange = { patch, touched, settingsChanged, origin: 'test', ...rest };
    for (const listener of this.#listeners) listener(event);
  }

  #put(entity: string, record: object & { readonly id?: string | undefined }): void {
    const list = this.#records.get(entity) ?? new Map<string, DataRecord>();
    if (record.id === undefined) throw new TypeError('a record without an id');
    list.set(record.id, JSON.parse(JSON.stringify(record)));
    this.#records.set(entity, list);
  }
}
