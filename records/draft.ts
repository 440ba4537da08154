import { asText } from '../formulas/value.ts';
import type { FieldPlan } from './field-plan.ts';
import type { DataRecord, Json } from './types.ts';
import { isJsonObject, textOf } from './value.ts';

type Draft = { id: string; [key: string]: Json };

/**
 * What a record becomes when these texts are typed into it: normalised, with the typed text kept in `original` where it
 * differs, and with derived fields that follow.
 */
export function draftOf(
  current: DataRecord,
  typed: ReadonlyMap<string, string>,
  plans: readonly FieldPlan[],
): DataRecord {
  // While it is a draft, a blank field stands as '': deleting keys would make the object slow for good.
  const draft: Draft = { ...current };
  const originals = new Map<string, Json>(isJsonObject(current.original) ? Object.entries(current.original) : []);
  const written = new Set(typed.keys());
  for (const [key, text] of typed) write(draft, key, text);
  for (const plan of plans) {
    const text = typed.get(plan.key) ?? textToRead(plan, typed, draft, originals);
    if (text === undefined || text === '') continue;
    const normal = plan.normalise ? asText(plan.normalise(draft)) : text.trim();
    if (normal === draft[plan.key] && !originals.has(plan.key)) continue;
    draft[plan.key] = normal;
    written.add(plan.key);
    if (normal !== text && text.trim() !== '') originals.set(plan.key, text);
    else originals.delete(plan.key);
  }
  for (const [key, text] of typed) if (text === '') originals.delete(key);
  for (const plan of plans)
    if (plan.derive && derive(current, draft, plan, plan.derive)) {
      written.add(plan.key);
      originals.delete(plan.key);
    }
  if (originals.size > 0) draft.original = Object.fromEntries(originals);
  else if (draft.original !== undefined) {
    draft.original = '';
    written.add('original');
  }
  return withoutBlanks(draft, written);
}

/** Sets a key; `__proto__` is a name like any other. */
function write(draft: Draft, key: string, text: Json): void {
  if (key === '__proto__')
    Object.defineProperty(draft, key, { value: text, enumerable: true, configurable: true, writable: true });
  else draft[key] = text;
}

/** A field that was not typed but whose normal form leans on one that was: read again, as it was typed then. */
function textToRead(
  plan: FieldPlan,
  typed: ReadonlyMap<string, string>,
  draft: Draft,
  originals: ReadonlyMap<string, Json>,
): string | undefined {
  for (const key of plan.leansOn) {
    if (!typed.has(key)) continue;
    const text = textOf(originals.get(plan.key)) || textOf(draft[plan.key]);
    if (text !== '') draft[plan.key] = text;
    return text;
  }
  return undefined;
}

/**
 * `fill`: the field follows while it is blank or equals what was derived before. `computed`: what equals the computed
 * value is not stored, since it would only grow old. Answers whether the draft changed.
 */
function derive(
  current: DataRecord,
  draft: Draft,
  plan: FieldPlan,
  { mode, value }: NonNullable<FieldPlan['derive']>,
): boolean {
  const text = textOf(draft[plan.key]);
  if (mode === 'computed') {
    if (text === '' || asText(value(draft)) !== text) return false;
    draft[plan.key] = '';
    return true;
  }
  const next = asText(value(draft));
  if (next === '' || text === next) return false;
  if (text !== '' && (text !== textOf(current[plan.key]) || text !== asText(value(current)))) return false;
  draft[plan.key] = next;
  return true;
}

function withoutBlanks(draft: Draft, written: ReadonlySet<string>): DataRecord {
  let blank = false;
  for (const key of written) if (draft[key] === '') blank = true;
  if (!blank) return draft;
  const next: Draft = { id: draft.id };
  for (const key of Object.keys(draft)) {
    const value = draft[key];
    if (value !== undefined && !(value === '' && written.has(key))) write(next, key, value);
  }
  return next;
}
