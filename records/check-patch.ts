import { StoreError } from './error.ts';
import { changeSettings } from './settings.ts';
import type { Table } from './table.ts';
import type { Patch, Settings } from './types.ts';

/**
 * Makes sure that a patch can be applied, before anything changes.
 * @throws StoreError 'unknown-entity' | 'unknown-record' | 'duplicate-record' | 'bad-order' | 'bad-change'
 */
export function checkPatch(patch: Patch, tables: ReadonlyMap<string, Table>, settings: Settings): void {
  let current = settings;
  const born = new Map<string, Set<string>>();
  const gone = new Map<string, Set<string>>();
  const of = (sets: Map<string, Set<string>>, entity: string): Set<string> => {
    const set = sets.get(entity) ?? new Set<string>();
    sets.set(entity, set);
    return set;
  };
  for (const change of patch) {
    if (change.op === 'settings') {
      current = changeSettings(current, change.set);
      continue;
    }
    const { entity } = change;
    const table = tables.get(entity);
    if (!table) throw new StoreError('unknown-entity', entity);
    const inserted = of(born, entity);
    const removed = of(gone, entity);
    const exists = (id: string): boolean => inserted.has(id) || (table.has(id) && !removed.has(id));
    if (change.op === 'insert') {
      const { record, before } = change;
      if (typeof record.id !== 'string' || record.id === '')
        throw new StoreError('bad-change', 'a record without an id');
      if (exists(record.id)) throw new StoreError('duplicate-record', record.id);
      if (before !== undefined && !exists(before)) throw new StoreError('unknown-record', before);
      inserted.add(record.id);
    } else if (change.op === 'order') {
      const size = table.size - removed.size + inserted.size;
      const ids = new Set(change.ids);
      if (ids.size !== change.ids.length || ids.size !== size) throw new StoreError('bad-order', entity);
      for (const id of ids) if (!exists(id)) throw new StoreError('bad-order', id);
    } else {
      if (!exists(change.id)) throw new StoreError('unknown-record', change.id);
      if (change.op === 'update' && Object.hasOwn(change.set, 'id'))
        throw new StoreError('bad-change', 'an id never changes');
      if (change.op === 'remove' && !inserted.delete(change.id)) removed.add(change.id);
    }
  }
}
