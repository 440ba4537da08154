import type { RecordStore } from './store.contract.ts';
import { hasLeft, inForce, textOf } from './value.ts';

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

/**
 * Whether a record stands in the table of its entity: it is in force, and whoever it belongs to has not left. What
 * belongs to somebody 已移出 is out of sight with them, and 放回 brings all of it back.
 * @param owner the entity that it belongs to, and the key by which it says so (`person`); `null` for none
 */
export function isListed(store: Pick<Reading, 'get'>, entity: string, id: string, owner: string | null): boolean {
  return isInForce(store, entity, id) && !ownerLeft(store, entity, id, owner);
}

/** The records that stand in the table of an entity, in their order. */
export function idsListed(store: Reading, entity: string, owner: string | null): string[] {
  return store.ids(entity).filter((id) => isListed(store, entity, id, owner));
}

/** The records that are in force but belong to somebody who has left. */
export function idsOfLeft(store: Reading, entity: string, owner: string | null): string[] {
  return store.ids(entity).filter((id) => isInForce(store, entity, id) && ownerLeft(store, entity, id, owner));
}

function ownerLeft(store: Pick<Reading, 'get'>, entity: string, id: string, owner: string | null): boolean {
  if (owner === null) return false;
  const whose = store.get(owner, textOf(store.get(entity, id)?.[owner]));
  return whose !== undefined && hasLeft(whose);
}
