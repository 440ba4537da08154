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
  const texts = records.map((record) => record.texts[key]);
  const names = texts.flatMap((text) => text ?? []);
  if (texts[0] === undefined || new Set(names).size !== names.length) return false;
  // Whose village is written once may have forgotten the others.
  if (names.length < 2 && key !== 'township') return false;
  const blanks = texts.length - names.length;
  if (blanks < 2) return false;
  const followed = texts.filter(
    (text, at) => text !== undefined && at + 1 < texts.length && texts[at + 1] === undefined,
  );
  return blanks >= names.length || followed.length >= names.length * 0.75;
}
