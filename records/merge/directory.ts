import type { Entity } from '../../sheets-templates/schema.ts';
import type { RecordStore } from '../store.contract.ts';
import type { DataRecord } from '../types.ts';
import { textOf } from '../value.ts';
import { idKey } from './identity.ts';

/** The fields that tell people apart. */
export interface TellingFields {
  readonly id: string | undefined;
  readonly phone: string | undefined;
}

export function tellingFields(entity: Entity): TellingFields {
  const of = (type: string): string | undefined => entity.fields.find((field) => field.type === type)?.key;
  return { id: of('idNumber'), phone: of('phone') };
}

export function nameOf(record: DataRecord): string {
  return textOf(record.name);
}

/** By what a record's ID number makes it the same as another. */
export function recordKey(record: DataRecord, telling: TellingFields): string | undefined {
  return telling.id === undefined ? undefined : idKey(textOf(record[telling.id]), nameOf(record));
}

/** Name and phone together; `undefined` when one is missing. */
export function nameAndPhone(record: DataRecord, telling: TellingFields): string | undefined {
  const phone = telling.phone === undefined ? '' : textOf(record[telling.phone]);
  const name = nameOf(record);
  return name === '' || phone === '' ? undefined : JSON.stringify([name, phone]);
}

/** The project's people by ID number, by name (those without a usable number) and by name and phone. */
export interface Directory {
  readonly byId: ReadonlyMap<string, readonly string[]>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly byPhone: ReadonlyMap<string, readonly string[]>;
}

export function directoryOf(store: RecordStore, entity: string, telling: TellingFields): Directory {
  const byId = new Map<string, string[]>();
  const byName = new Map<string, string[]>();
  const byPhone = new Map<string, string[]>();
  for (const id of store.ids(entity)) {
    const record = store.get(entity, id);
    if (record === undefined) continue;
    const key = recordKey(record, telling);
    if (key === undefined) push(byName, nameOf(record), id);
    else push(byId, key, id);
    const pair = nameAndPhone(record, telling);
    if (pair !== undefined) push(byPhone, pair, id);
  }
  return { byId, byName, byPhone };
}

/** Appends to the list under a key. */
export function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
