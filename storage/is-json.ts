import type { DataRecord, Json } from '../records/types.ts';

/** Whether a value is JSON all through. By hand, because it runs over every record of a project at opening. */
export function isJson(value: unknown): value is Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      if (value === null) return true;
      if (Array.isArray(value)) return value.every(isJson);
      return isPlain(value) && Object.values(value).every(isJson);
    default:
      return false;
  }
}

/**
 * Takes out what JSON has no word for but an object may carry, keys that are `undefined`, in place: the spreadsheet leaves
 * some behind in what it saves, the database keeps them, and they say no more than a missing key does.
 */
export function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) value[at] = item === undefined ? null : withoutUndefined(item);
  } else if (isPlain(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined) Reflect.deleteProperty(value, key);
      else withoutUndefined(item);
    }
  }
  return value;
}

/** Whether a value is a record of this id. */
export function isRecordOf(value: unknown, id: string): value is DataRecord {
  return isPlain(value) && value.id === id && isJson(value);
}

/** Whether a value is an object literal (no array, Date, Map, …). */
export function isPlain(value: unknown): value is { readonly [key: string]: unknown } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
