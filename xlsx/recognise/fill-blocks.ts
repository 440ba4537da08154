import type { ReadRow } from './read-rows.ts';

/** Fields that clerks write once for a block of people. */
const BLOCK_FIELDS = ['township', 'village'];

/**
 * A village written once, at the first of its people, stands for those below. Only where that is how the whole column
 * is written: the first row filled, every name once, and people below nearly all of the names; a sender's only
 * township also stands for all below it. A blank between repeated names is a gap, and stays one.
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
  if (records[0]?.texts[key] === undefined) return false;
  const names = new Set<string>();
  for (const { texts } of records) {
    const name = texts[key];
    if (name === undefined) continue;
    // A name that comes again ends it: most columns say every name once for each of its people.
    if (names.has(name)) return false;
    names.add(name);
  }
  // Whose village is written once may have forgotten the others.
  if (names.size < 2 && key !== 'township') return false;
  const blanks = records.length - names.size;
  if (blanks < 2) return false;
  const followed = records.filter(
    ({ texts }, at) => texts[key] !== undefined && at + 1 < records.length && records[at + 1]?.texts[key] === undefined,
  );
  return blanks >= names.size || followed.length >= names.size * 0.75;
}
