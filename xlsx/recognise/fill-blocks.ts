import type { ReadRow } from './read-rows.ts';

/** Fields that clerks write once for a block of people. */
const BLOCK_FIELDS = ['township', 'village'];

/**
 * A village written once, at the first of its people, stands for those below. Only where that is how the whole column
 * is written: the first row filled, every name once, at least two of them, and at least as many blanks as names. A
 * blank between repeated names is a gap, and stays one.
 */
export function fillBlocks(
  records: readonly ReadRow[],
  columns: readonly { readonly field: { readonly key: string } | undefined }[],
): readonly ReadRow[] {
  const keys = new Set(columns.map(({ field }) => field?.key));
  const fields = BLOCK_FIELDS.filter((key) => keys.has(key) && inBlocks(records, key));
  if (fields.length === 0) return records;
  const last = new Map<string, string>();
  return records.map((record) => {
    const lent: [string, string][] = [];
    for (const key of fields) {
      const own = record.texts[key];
      if (own !== undefined) last.set(key, own);
      else lent.push([key, last.get(key) ?? '']);
    }
    if (lent.length === 0) return record;
    return { ...record, texts: { ...record.texts, ...Object.fromEntries(lent) }, lent: lent.map(([key]) => key) };
  });
}

function inBlocks(records: readonly ReadRow[], key: string): boolean {
  const names = records.flatMap(({ texts }) => texts[key] ?? []);
  const blanks = records.length - names.length;
  return (
    records[0]?.texts[key] !== undefined &&
    names.length >= 2 &&
    blanks >= names.length &&
    new Set(names).size === names.length
  );
}
