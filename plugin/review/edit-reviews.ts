import type { RecordStore } from '../../records/store.contract.ts';
import type { Change, DataRecord, Patch } from '../../records/types.ts';

/** Texts typed into the cells of one review. */
export interface TypedReview {
  readonly person: string;
  /** The review that stands there, if any. */
  readonly review: string | null;
  /** What makes it the one of this place: `{ level: 'township', quarter: '3' }`. */
  readonly where: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** Keys that only say whose review it is, of when and by whom. */
const PLACE: ReadonlySet<string> = new Set(['id', 'person', 'year', 'quarter', 'level', 'original']);

/**
 * The patch that typing into the quarterly table means: a review is changed, made where there is none, and taken away
 * where nothing is left in it.
 */
export function editReviews(store: RecordStore, entity: string, year: number, typed: readonly TypedReview[]): Patch {
  return typed.flatMap(({ person, review, where, texts }): readonly Change[] => {
    if (review === null) {
      if (Object.values(texts).every((text) => text.trim() === '')) return [];
      return store.edit(entity, null, { ...texts, ...where, year: String(year), person });
    }
    const record = store.get(entity, review);
    const patch = store.edit(entity, review, texts);
    if (!record || !isEmptied(record, patch)) return patch;
    return [{ op: 'remove', entity, id: review }];
  });
}

function isEmptied(record: DataRecord, patch: Patch): boolean {
  const after = new Map(Object.entries(record));
  for (const change of patch)
    if (change.op === 'update') for (const [key, value] of Object.entries(change.set)) after.set(key, value);
  return [...after].every(([key, value]) => PLACE.has(key) || value === null || value === '');
}
