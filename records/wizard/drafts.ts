import type { RecordStore } from '../store.contract.ts';
import type { Change, DataRecord, Issue, Patch } from '../types.ts';
import { textOf, withKeys } from '../value.ts';
import type { Slot } from './slots.ts';

/** A record as it would be: the step that makes it so, and the record after it. */
export interface Draft {
  readonly slot: Slot;
  readonly patch: Patch;
  /** The id that the record has within `patch`; blank where there is nothing to make. */
  readonly id: string;
  readonly record: DataRecord;
}

/** A draft with what the records' own rules say about it. */
export interface JudgedDraft extends Draft {
  /** Texts of all fields as the sheet would show them. */
  readonly text: (field: string) => string;
  readonly issues: readonly Issue[];
}

/** What typed texts make of a slot. Normal forms and derived fields follow as in the sheet. */
export function draftOf(store: RecordStore, slot: Slot, typed: Readonly<Record<string, string>>): Draft {
  const existing = slot.record === null ? undefined : store.get(slot.entity, slot.record);
  if (existing) {
    const patch = store.edit(slot.entity, existing.id, changed(store, slot, existing.id, typed));
    const update = patch.find((change) => change.op === 'update');
    return {
      slot,
      patch,
      id: existing.id,
      record: update?.op === 'update' ? withKeys(existing, update.set) : existing,
    };
  }
  const owner = slot.person !== null && slot.entity !== 'person' ? { person: slot.person } : {};
  const patch = hasText(typed) ? store.edit(slot.entity, null, { ...owner, ...slot.values, ...typed }) : [];
  const insert = patch.find((change) => change.op === 'insert');
  if (insert?.op !== 'insert') return { slot, patch: [], id: '', record: { id: '', ...owner, ...slot.values } };
  return { slot, patch, id: insert.record.id, record: insert.record };
}

/** Whether anything was typed that is not blank. */
export function hasText(typed: Readonly<Record<string, string>>): boolean {
  return Object.values(typed).some((text) => text.trim() !== '');
}

/** What differs from the record as it is now: whoever typed the same leaves it alone. */
function changed(
  store: RecordStore,
  { entity }: Slot,
  id: string,
  typed: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).filter(([field, text]) => text !== store.text(entity, id, field)));
}

/** Judges drafts together, so that what one says about another (the same ID number twice) is seen. */
export function judge(
  store: RecordStore,
  drafts: readonly Draft[],
  fields: ReadonlyMap<string, readonly string[]>,
): readonly JudgedDraft[] {
  const patch = drafts.flatMap((draft): readonly Change[] => draft.patch);
  return store.rehearse(patch, () =>
    drafts.map((draft) => {
      const { slot, id, record } = draft;
      const shown = new Map<string, string>();
      for (const field of fields.get(slot.entity) ?? []) {
        shown.set(field, id === '' ? textOf(record[field]) : store.text(slot.entity, id, field));
      }
      const issues = id === '' ? [] : store.issuesOf(slot.entity, id);
      return { ...draft, text: (field: string) => shown.get(field) ?? '', issues };
    }),
  );
}
