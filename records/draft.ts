import { asText } from '../formulas/value.ts';
import type { BlankRecords } from './blank-records.ts';
import type { FieldPlan } from './field-plan.ts';
import type { DataRecord, Json } from './types.ts';
import { isJsonObject, textOf } from './value.ts';

/** A record in the making. */
export type Draft = { id: string; [key: string]: Json };

/** Texts as typed, per field. */
export type Typed = Readonly<Record<string, string>>;

/** Sets a key; `__proto__` is a name like any other. */
export function write(draft: Draft, key: string, text: Json): void {
  if (key === '__proto__')
    Object.defineProperty(draft, key, { value: text, enumerable: true, configurable: true, writable: true });
  else draft[key] = text;
}

/** How a draft is settled. */
export interface Settling {
  /** Fields that were typed, or whose normal form may lean on what was. */
  readonly read: readonly FieldPlan[];
  /** Fields that follow from others. */
  readonly derived: readonly FieldPlan[];
  /** What records without their blanks are made of. */
  readonly blanks: BlankRecords<unknown>;
}

/**
 * What a record becomes when these texts are typed into it: normalised, with the typed text kept in `original` where it
 * differs, and with derived fields that follow.
 * @param draft `current` with the texts of `keys` already written into it; it is changed
 */
export function settleDraft(
  current: DataRecord,
  draft: Draft,
  typed: Typed,
  keys: readonly string[],
  { read, derived, blanks }: Settling,
): DataRecord {
  // While it is a draft, a blank field stands as '': deleting keys would make the object slow for good.
  const originals = new Originals(current);
  const blanked: string[] = [];
  for (const key of keys) if (typed[key] === '') blanked.push(key);
  for (const plan of read) {
    const { key } = plan;
    const text = Object.hasOwn(typed, key) ? typed[key] : textToRead(plan, typed, draft, originals);
    if (text === undefined || text === '') continue;
    const normal = plan.normalise ? asText(plan.normalise(draft)) : text.trim();
    if (normal === draft[key] && !originals.has(key)) continue;
    draft[key] = normal;
    if (normal === '') blanked.push(key);
    if (normal !== text && text.trim() !== '') originals.set(key, text);
    else originals.delete(key);
  }
  for (const key of blanked) if (typed[key] === '') originals.delete(key);
  for (const plan of derived)
    if (derive(current, draft, typed, plan)) {
      if (draft[plan.key] === '') blanked.push(plan.key);
      originals.delete(plan.key);
    }
  const kept = originals.kept();
  if (kept !== undefined) draft.original = kept;
  else if (draft.original !== undefined) {
    draft.original = '';
    blanked.push('original');
  }
  return withoutBlanks(draft, blanked, blanks);
}

/** The texts as typed that a record keeps beside their normal forms. Most records have none, and cost nothing. */
class Originals {
  #texts: Map<string, Json> | undefined;

  constructor({ original }: DataRecord) {
    if (isJsonObject(original)) this.#texts = new Map(Object.entries(original));
  }

  has(key: string): boolean {
    return this.#texts?.has(key) ?? false;
  }

  get(key: string): Json | undefined {
    return this.#texts?.get(key);
  }

  set(key: string, text: string): void {
    this.#texts ??= new Map();
    this.#texts.set(key, text);
  }

  delete(key: string): void {
    this.#texts?.delete(key);
  }

  kept(): { readonly [key: string]: Json } | undefined {
    return this.#texts && this.#texts.size > 0 ? Object.fromEntries(this.#texts) : undefined;
  }
}

/** A field that was not typed but whose normal form leans on one that was: read again, as it was typed then. */
function textToRead(plan: FieldPlan, typed: Typed, draft: Draft, originals: Originals): string | undefined {
  for (const key of plan.leansOn) {
    if (!Object.hasOwn(typed, key)) continue;
    const text = textOf(originals.get(plan.key)) || textOf(draft[plan.key]);
    if (text !== '') draft[plan.key] = text;
    return text;
  }
  return undefined;
}

/**
 * `fill`: the field follows while it is blank or equals what was derived before, and was not typed along. `computed`: what equals the computed
 * value is not stored, since it would only grow old. Answers whether the draft changed.
 */
function derive(current: DataRecord, draft: Draft, typed: Typed, { key, derive }: FieldPlan): boolean {
  if (!derive) return false;
  const { mode, value } = derive;
  const text = textOf(draft[key]);
  if (mode === 'computed') {
    if (text === '' || asText(value(draft)) !== text) return false;
    draft[key] = '';
    return true;
  }
  const next = asText(value(draft));
  if (next === '' || text === next) return false;
  const follows = text === '' || (text === textOf(current[key]) && text === asText(value(current)));
  if (!follows || (text !== '' && Object.hasOwn(typed, key))) return false;
  draft[key] = next;
  return true;
}

function withoutBlanks(draft: Draft, blanked: readonly string[], blanks: BlankRecords<unknown>): DataRecord {
  if (!blanked.some((key) => draft[key] === '')) return draft;
  const kept: string[] = [];
  for (const key of Object.keys(draft))
    if (key !== 'id' && !(draft[key] === '' && blanked.includes(key))) kept.push(key);
  const next = blanks.copy(kept);
  next.id = draft.id;
  for (const key of kept) next[key] = draft[key] ?? '';
  return next;
}
