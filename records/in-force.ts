import type { RecordStore } from './store.contract.ts';
import { hasLeft, inForce } from './value.ts';

type Reading = Pick<RecordStore, 'ids' | 'get'>;

/** Whether a record is known, in force, and stands in the table: not listed as 未在表中. */
export function isInForce(store: Pick<Reading, 'get'>, entity: string, id: string): boolean {
  const record = store.get(entity, id);
  return record !== undefined && inForce(record);
}

/** The records of an entity that are in force, in their order: what stands in a table and in every file made of it. */
export function idsInForce(store: Reading, entity: string): string[] {
  return store.ids(entity).filter((id) => isInForce(store, entity, id));
}

/** The records of an entity that lost their row (未在表中) and have not left: no table and no file made of it has them. */
export function idsUnplaced(store: Reading, entity: string): string[] {
  return store.ids(entity).filter((id) => {
    const record = store.get(entity, id);
    return record?.unplaced === true && !hasLeft(record);
  });
}
