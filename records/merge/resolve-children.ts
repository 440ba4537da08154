import type { RecordStore } from '../store.contract.ts';
import type { Change, DataRecord, Json } from '../types.ts';
import { textOf } from '../value.ts';
import { type ChildKeys, childKeys, shownText } from './child-keys.ts';
import {
  type ChildGroup,
  type ChildVariant,
  type Decisions,
  type FieldChange,
  fieldKey,
  type MergePlan,
  type MergeResult,
} from './types.ts';

/** Where a form's sent text differs from a record of the project. A blank cell of a form clears nothing. */
export function childChanges(variant: ChildVariant, current: DataRecord): readonly FieldChange[] {
  return [...variant.facts].flatMap(([field, to]): FieldChange[] => {
    const from = textOf(current[field]);
    return shownText(from) === shownText(to) ? [] : [{ field, from, to, clears: false }];
  });
}

/** The variant that the clerk's choices make of a conflict; `undefined` while a field of it is open. */
export function settledChild(group: ChildGroup, decisions: Decisions): ChildVariant | undefined {
  const [base, ...others] = group.variants;
  const choices = decisions.settle?.get(group.key);
  if (base === undefined || others.length === 0 || choices === undefined) return undefined;
  const facts = new Map([...others.toReversed().flatMap((other) => [...other.facts]), ...base.facts]);
  for (const { field, sides } of group.conflicts) {
    const choice = choices.get(field);
    if (choice === undefined) return undefined;
    const text = 'text' in choice ? choice.text.trim() : (sides[choice.side]?.value ?? '');
    if (text === '') facts.delete(field);
    else facts.set(field, text);
  }
  const dropped = new Set(group.conflicts.map(({ field }) => field));
  const kept = Object.entries(base.record).filter(([key]) => !dropped.has(key));
  return { ...base, facts, record: { ...Object.fromEntries([...kept, ...facts]), id: base.record.id } };
}

/** The steps for what belongs to people, behind those of the people themselves. */
export class ChildRun {
  readonly #patch: Change[] = [];
  readonly #inserts: Change[] = [];
  readonly #ids = new Set<string>();
  readonly #outcomes = new Map<string, 'added' | 'changed' | 'unchanged' | 'refused'>();
  readonly #keys: ReadonlyMap<string, ChildKeys>;
  readonly open: string[] = [];

  constructor(
    private readonly store: RecordStore,
    private readonly plan: MergePlan,
    private readonly decisions: Decisions,
    /** The record that a source row's person became; `undefined` when nobody did. */
    private readonly ownerOf: (source: number) => string | undefined,
  ) {
    this.#keys = childKeys(plan.pack);
  }

  run(): void {
    for (const group of this.plan.children) this.#group(group);
  }

  get patch(): readonly Change[] {
    return [...this.#patch, ...this.#inserts];
  }

  get outcomes(): MergeResult['children'] {
    return this.#outcomes;
  }

  #group(group: ChildGroup): void {
    const settled = settledChild(group, this.decisions);
    if (settled === undefined && group.variants.length > 1) this.open.push(group.key);
    const variants = settled === undefined ? group.variants : [settled];
    const existing = this.#target(group, variants);
    let outcome: 'added' | 'changed' | 'unchanged' | 'refused' = 'unchanged';
    for (const variant of variants) {
      const owner = this.ownerOf(variant.rows[0] ?? -1);
      if (owner === undefined || this.decisions.refuseFields?.has(fieldKey(group.key, ''))) outcome = 'refused';
      else if (variant === existing?.variant) outcome = this.#update(group, variant, existing.id) ? 'changed' : outcome;
      else {
        this.#insert(group, variant, owner);
        outcome = 'added';
      }
    }
    this.#outcomes.set(group.key, outcome);
  }

  /** The variant that updates the project's record: the one that agrees with it, else the first. */
  #target(group: ChildGroup, variants: readonly ChildVariant[]) {
    const id = group.existing;
    const current = id === undefined ? undefined : this.store.get(group.entity, id);
    if (id === undefined || current === undefined) return undefined;
    const variant = variants.find((v) => childChanges(v, current).length === 0) ?? variants[0];
    return variant === undefined ? undefined : { id, variant };
  }

  #update(group: ChildGroup, variant: ChildVariant, id: string): boolean {
    const current = this.store.get(group.entity, id);
    if (current === undefined) return false;
    const taken = childChanges(variant, current).filter(
      ({ field }) => !this.decisions.refuseFields?.has(fieldKey(group.key, field)),
    );
    if (taken.length === 0) return false;
    const texts = Object.fromEntries(taken.map(({ field, to }) => [field, to]));
    this.#patch.push(...this.store.edit(group.entity, id, texts));
    return true;
  }

  #insert(group: ChildGroup, variant: ChildVariant, owner: string): void {
    const { entity } = group;
    const parent = this.#keys.get(entity)?.parent ?? '';
    const free = (id: string): boolean => !this.#ids.has(`${entity} ${id}`) && this.store.get(entity, id) === undefined;
    let id = variant.knownId !== undefined && free(variant.knownId) ? variant.knownId : variant.record.id;
    for (let n = 2; !free(id); n++) id = `${variant.record.id}-${n}`;
    this.#ids.add(`${entity} ${id}`);
    const values: { [key: string]: Json } = { ...variant.record, [parent]: owner };
    this.#inserts.push({ op: 'insert', entity, record: { ...values, id } });
  }
}
