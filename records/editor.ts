import { asText } from '../formulas/value.ts';
import type { Entity } from '../sheets-templates/schema.ts';
import type { Compiler } from './compile.ts';
import { draftOf } from './draft.ts';
import { type FieldPlan, planFields } from './field-plan.ts';
import { newId } from './new-id.ts';
import type { DataRecord, Json, Patch } from './types.ts';
import { sameJson, textOf, withKeys } from './value.ts';

/** Turns what a hand types into patches, for one entity. */
export class Editor {
  readonly #entity: string;
  readonly #plans: readonly FieldPlan[];
  readonly #computed: readonly FieldPlan[];
  readonly #sequence: ReadonlySet<string>;

  constructor(entity: Entity, compiler: Compiler) {
    this.#entity = entity.key;
    this.#plans = planFields(entity, compiler).filter(({ type }) => type !== 'sequence');
    this.#computed = this.#plans.filter(({ derive }) => derive?.mode === 'computed');
    this.#sequence = new Set(entity.fields.filter(({ type }) => type === 'sequence').map(({ key }) => key));
  }

  /** A new record with these texts; nothing when they are all blank. */
  insert(typed: Readonly<Record<string, string>>, before: string | undefined): Patch {
    const record = draftOf({ id: newId() }, this.#typed(typed), this.#plans);
    if (Object.keys(record).length === 1) return [];
    const insert = { op: 'insert' as const, entity: this.#entity, record };
    return [before === undefined ? insert : { ...insert, before }];
  }

  /** The keys of a record that change when these texts are typed into it. */
  update(current: DataRecord, typed: Readonly<Record<string, string>>): Patch {
    const next = draftOf(current, this.#typed(typed), this.#plans);
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

  #typed(typed: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
    return new Map(
      Object.entries(typed).filter(([key]) => key !== 'id' && key !== 'original' && !this.#sequence.has(key)),
    );
  }
}

function own(record: DataRecord, key: string): Json | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
