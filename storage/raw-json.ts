/**
 * Whatever IndexedDB may hold, as readable JSON for the file of raw data. What JSON cannot say is tagged
 * (`{ "$date": … }`, `{ "$map": … }`), never left out.
 */
export function rawJson(value: unknown): string {
  return JSON.stringify(plain(value, new Set()), null, 2);
}

function plain(value: unknown, above: ReadonlySet<object>): unknown {
  if (value === undefined) return { $undefined: true };
  if (typeof value === 'bigint') return { $bigint: String(value) };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (above.has(value)) return { $cycle: true };
  const path = new Set(above).add(value);
  const deep = (inner: unknown): unknown => plain(inner, path);
  if (Array.isArray(value)) return Array.from(value, deep);
  if (value instanceof Date) return { $date: Number.isNaN(value.getTime()) ? 'invalid' : value.toISOString() };
  if (value instanceof Map) return { $map: [...value].map(([key, inner]) => [deep(key), deep(inner)]) };
  if (value instanceof Set) return { $set: [...value].map(deep) };
  if (value instanceof ArrayBuffer) return { $bytes: [...new Uint8Array(value)] };
  if (ArrayBuffer.isView(value)) {
    return { $bytes: [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)] };
  }
  if (typeof Blob !== 'undefined' && value instanceof Blob) return { $blob: { type: value.type, size: value.size } };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deep(inner)]));
}
