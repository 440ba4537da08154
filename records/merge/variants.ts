import type { DataRecord, Json } from '../types.ts';
import { isJsonObject } from '../value.ts';
import { agree, extraHeader } from './facts.ts';
import type { Facts, FieldConflict, SourceRow, Variant } from './types.ts';

/** Folds a person's rows: those that agree become one, which knows what any of them says. */
export function foldVariants(
  rows: readonly number[],
  sources: readonly SourceRow[],
  facts: readonly Facts[],
): readonly Variant[] {
  const variants: { rows: number[]; facts: Map<string, string>; record: DataRecord }[] = [];
  for (const at of rows) {
    const own = facts[at];
    const record = sources[at]?.record;
    if (own === undefined || record === undefined) throw new RangeError(`no source ${at}`);
    const same = variants.find((variant) => agree(variant.facts, own));
    if (same === undefined) {
      variants.push({ rows: [at], facts: new Map(own), record });
      continue;
    }
    same.rows.push(at);
    const added = [...own].filter(([key]) => !same.facts.has(key));
    for (const [key, text] of added) same.facts.set(key, text);
    same.record = withFields(
      same.record,
      added.filter(([, text]) => text !== ''),
      record,
    );
  }
  return variants;
}

/** A record with these values, and the texts as received that `from` keeps for them. */
export function withFields(
  record: DataRecord,
  values: readonly (readonly [string, string])[],
  from: DataRecord,
): DataRecord {
  if (values.length === 0) return record;
  const next = new Map<string, Json>(Object.entries(record));
  const original = new Map(Object.entries(objectOf(record, 'original')));
  const extra = new Map(Object.entries(objectOf(record, 'extra')));
  const received = objectOf(from, 'original');
  for (const [key, text] of values) {
    const header = extraHeader(key);
    if (header !== undefined) {
      text === '' ? extra.delete(header) : extra.set(header, text);
      continue;
    }
    text === '' ? next.delete(key) : next.set(key, text);
    const was = Object.hasOwn(received, key) ? received[key] : undefined;
    was === undefined || text === '' ? original.delete(key) : original.set(key, was);
  }
  original.size > 0 ? next.set('original', Object.fromEntries(original)) : next.delete('original');
  extra.size > 0 ? next.set('extra', Object.fromEntries(extra)) : next.delete('extra');
  return { ...Object.fromEntries(next), id: record.id };
}

/** An object under a key of a record, empty when there is none. */
export function objectOf(record: DataRecord, key: string): { readonly [key: string]: Json } {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  return isJsonObject(value) ? value : {};
}

/** The fields in which variants differ, with who says what. */
export function conflictsOf(variants: readonly Variant[], facts: readonly Facts[]): readonly FieldConflict[] {
  const keys = new Set(variants.flatMap((variant) => [...variant.facts.keys()]));
  const conflicts: FieldConflict[] = [];
  for (const field of keys) {
    const values = new Set(variants.flatMap((variant) => variant.facts.get(field) ?? []));
    if (values.size < 2) continue;
    const rows = variants.flatMap((variant) => variant.rows);
    const sides = [...values].map((value) => ({ value, rows: rows.filter((at) => facts[at]?.get(field) === value) }));
    conflicts.push({ field, sides });
  }
  return conflicts;
}
