import { asText } from '../formulas/value.ts';
import type { Entity } from '../sheets-templates/schema.ts';
import { BlankRecords } from './blank-records.ts';
import type { Compiler } from './compile.ts';
import { type Draft, type Settling, settleDraft, write } from './draft.ts';
import { type FieldPlan, planFields } from './field-plan.ts';
import { newId } from './new-id.ts';
import type { OwnerKeeper } from './owner/owner-keeper.ts';
import type { DataRecord, Json, Patch } from './types.ts';
import { sameJson, textOf, withKeys } from './value.ts';

/** Turns what a hand types into patches, for one entity. */
export class Editor {
  readonly #entity: string;
  readonly #plans: readonly FieldPlan[];
  readonly #derived: readonly FieldPlan[];
  readonly #computed: readonly FieldPlan[];
  readonly #sequence: ReadonlySet<string>;
  /** Records as they are typed, and how each kind of them is settled: a blank one has nothing that leans on what is typed. */
  readonly #typed = new BlankRecords((keys) => this.#settling(this.#plans.filter(({ key }) => keys.includes(key))));
  readonly #settled = new BlankRecords(() => undefined);
  readonly #owners: OwnerKeeper | undefined;

  /** @param owners Finds whose record it is when a name is typed, for entities that show their owner. */
  constructor(entity: Entity, compiler: Compiler, owners?: OwnerKeeper) {
    this.#entity = entity.key;
    this.#owners = owners;
    this.#plans = planFields(entity, compiler).filter(({ type }) => type !== 'sequence');
    this.#derived = this.#plans.filter(({ derive }) => derive !== undefined);
    this.#computed = this.#derived.filter(({ derive }) => derive?.mode === 'computed');
    this.#sequence = new Set(entity.fields.filter(({ type }) => type === 'sequence').map(({ key }) => key));
  }

  /** A new record with these texts; nothing when they are all blank. */
  insert(typed: Readonly<Record<string, string>>, before: string | undefined): Patch {
    const keys = this.#keys(typed, false);
    if (keys.length === 0) return [];
    const draft = this.#typed.copy(keys);
    draft.id = newId();
    for (const key of keys) draft[key] = typed[key] ?? '';
    const settled = settleDraft({ id: draft.id }, draft, typed, keys, this.#typed.about(keys));
    const searched = this.#owners?.searchedBy(keys) ? this.#owners : undefined;
    const record = searched?.settle(undefined, settled, new Set(keys)) ?? settled;
    if (Object.keys(record).length === 1) return [];
    const insert = { op: 'insert' as const, entity: this.#entity, record };
    return [before === undefined ? insert : { ...insert, before }];
  }

  /** The keys of a record that change when these texts are typed into it. */
  update(current: DataRecord, typed: Readonly<Record<string, string>>): Patch {
    const keys = this.#keys(typed, true);
    const draft: Draft = { ...current };
    for (const key of keys) write(draft, key, typed[key] ?? '');
    const searched = this.#owners?.searchedBy(keys) ? this.#owners : undefined;
    searched?.loosen(draft);
    const settled = settleDraft(current, draft, typed, keys, this.#settling(this.#plans));
    const next = searched?.settle(current, settled, new Set(keys)) ?? settled;
    const set: Record<string, Json> = {};
    for (const key of Object.keys(next)) if (!sameJson(next[key], own(current, key))) set[key] = next[key] ?? null;
    for (const key of Object.keys(current)) if (!Object.hasOwn(next, key)) set[key] = null;
    return Object.keys(set).length === 0 ? [] : [{ op: 'update', entity: this.#entity, id: current.id, set }];
  }

  /** A record as it is kept: without computed fields that say what would be computed anyway. */
  settle(record: DataRecord): DataRecord {
    const gone: Record<string, Json> = {};
    for (const { key, derive } of this.#computed) {
      const text = textOf(own(record, key));
      if (text !== '' && text === asText(derive?.value(record))) gone[key] = null;
    }
    return Object.keys(gone).length === 0 ? record : withKeys(record, gone);
  }

  #settling(read: readonly FieldPlan[]): Settling {
    return { read, derived: this.#derived, blanks: this.#settled };
  }

  /** The typed fields: an id never changes by hand, `original` is kept by the program, numbers in order are its own. */
  #keys(typed: Readonly<Record<string, string>>, blanks: boolean): readonly string[] {
    const keys: string[] = [];
    for (const key of Object.keys(typed)) {
      if (key === 'id' || key === 'original' || this.#sequence.has(key)) continue;
      if (blanks || typed[key] !== '') keys.push(key);
    }
    return keys;
  }
}

function own(record: DataRecord, key: string): Json | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
