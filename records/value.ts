import { type DataRecord, type Json, STATUS } from './types.ts';

const [IN_FORCE] = STATUS;

/** A field of a record as text; what is neither text nor number is blank. */
export function textOf(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** An object of JSON, neither list nor null. */
export function isJsonObject(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a record's status says that it is no longer in force: any but 在库. No status (none, `null`, '') is 在库. */
export function hasLeft({ status }: DataRecord): boolean {
  return status !== undefined && status !== null && status !== '' && status !== IN_FORCE;
}

/** Whether a record stands in the roster and counts: 在库 (or no status), and with a row in the sheet. */
export function inForce(record: DataRecord): boolean {
  return record.unplaced !== true && !hasLeft(record);
}

/** Whether two JSON values are equal, whatever the order of their keys. */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => sameJson(item, right[index]));
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
  );
}

/** A record with keys set, and those set to `null` taken away. */
export function withKeys(record: DataRecord, set: Readonly<Record<string, Json>>): DataRecord {
  const gone = Object.keys(set).some((key) => set[key] === null);
  if (!gone) return { ...record, ...set };
  // Built afresh: deleting keys would make the object slow for good.
  const kept = Object.entries(record).filter(([key]) => !Object.hasOwn(set, key));
  const added = Object.entries(set).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(kept), ...Object.fromEntries(added), id: record.id };
}
