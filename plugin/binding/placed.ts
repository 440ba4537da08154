import type { RecordStore } from '../../records/store.contract.ts';
import { inForce } from '../../records/value.ts';

/** Whether a record stands in the table: in force, and not listed as 未在表中. */
export function isPlaced(store: RecordStore, entity: string, id: string): boolean {
  const record = store.get(entity, id);
  return record !== undefined && inForce(record);
}
