import type { RecordStore } from '../../records/store.contract.ts';
import type { Json, Patch } from '../../records/types.ts';
import { hasLeft } from '../../records/value.ts';

/** The step that makes a record stand in the table again: back in force, no longer listed as lost. */
export function placing(store: RecordStore, entity: string, id: string): Patch {
  const record = store.get(entity, id);
  if (!record) return [];
  const set: Record<string, Json> = {};
  if (record['unplaced'] !== undefined) set['unplaced'] = null;
  if (hasLeft(record)) {
    set['status'] = null;
    set['statusDate'] = null;
    set['statusReason'] = null;
  }
  return Object.keys(set).length === 0 ? [] : [{ op: 'update', entity, id, set }];
}

/** 放回: the patch that puts people back into the table. They get the first free rows below the last person. */
export function bringBack(store: RecordStore, entity: string, ids: readonly string[]): Patch {
  return ids.flatMap((id) => placing(store, entity, id));
}
