/** The key of a stored row by its key path; every part is there, or the row could not have been stored. */
export function keyOf(row: unknown, path: readonly string[]): IDBValidKey {
  const fields: ReadonlyMap<string, unknown> = new Map(Object.entries(row ?? {}));
  return path.map((part) => {
    const value = fields.get(part);
    return typeof value === 'number' || value instanceof Date ? value : String(value);
  });
}
