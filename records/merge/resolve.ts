import type { RecordStore } from '../store.contract.ts';
import { type Change, type DataRecord, type Json, STATUS } from '../types.ts';
import { inForce, sameJson, textOf, withKeys } from '../value.ts';
import { changesOf } from './changes.ts';
import { orderChange } from './order.ts';
import { ChildRun } from './resolve-children.ts';
import { settledVariant } from './settle.ts';
import { targetsOf } from './targets.ts';
import {
  type Decisions,
  fieldKey,
  type Group,
  type MergePlan,
  type MergeResult,
  type Outcome,
  type Variant,
} from './types.ts';
import { withFields } from './variants.ts';
import { townshipsByVillage } from './villages.ts';

/**
 * The one patch that a plan and the clerk's decisions mean. Every source row has an outcome: it stands for a record of
 * the result, or is left out with a reason. Resolving the same sources again after the patch was applied changes nothing.
 */
export function resolveMerge(store: RecordStore, plan: MergePlan, decisions: Decisions = {}): MergeResult {
  const run = new Run(store, plan, decisions);
  for (const group of plan.groups) run.group(group);
  return run.result();
}

class Run {
  readonly #updates: Change[] = [];
  /** By the place of their first row: neighbours in a file stay neighbours, whatever else was sent about them. */
  readonly #added: { readonly at: number; readonly record: DataRecord }[] = [];
  readonly #ids = new Set<string>();
  readonly #outcomes = new Map<number, Outcome>();
  readonly #open: string[] = [];
  #townships: ReadonlyMap<string, string> | undefined;

  constructor(
    private readonly store: RecordStore,
    private readonly plan: MergePlan,
    private readonly decisions: Decisions,
  ) {}

  group(group: Group): void {
    if (this.decisions.refuse?.has(group.key)) {
      for (const at of group.rows) this.#outcomes.set(at, { kind: 'refused', record: null, of: null });
      return;
    }
    const settled = settledVariant(group, this.plan, this.store, this.decisions.settle?.get(group.key));
    const open = settled === undefined && group.variants.length > 1;
    if (open) this.#open.push(group.key);
    const variants = settled === undefined ? group.variants : [settled];
    const targets = targetsOf(variants, group, this.plan, this.store);
    for (const [n, variant] of variants.entries()) {
      const target = targets[n];
      if (target === undefined) this.#insert(variant, open);
      else this.#update(group, variant, target, open);
    }
    // Rows of a settled conflict whose side was not taken; rows already spoken for keep their outcome.
    const [first] = settled?.rows ?? [];
    const spokenFor = first === undefined ? undefined : this.#outcomes.get(first);
    for (const at of group.rows) {
      if (this.#outcomes.has(at)) continue;
      this.#outcomes.set(at, { kind: 'settled', record: spokenFor?.record ?? null, of: first ?? null });
    }
  }

  #insert(variant: Variant, conflict: boolean): void {
    const id = this.#freeId(variant);
    this.#ids.add(id);
    this.#added.push({ at: variant.rows[0] ?? 0, record: { ...this.#fallback(variant), id } });
    this.#say(variant, { kind: 'added', record: id, conflict });
  }

  /** With what the files' names say, where nothing else does. */
  #fallback(variant: Variant): DataRecord {
    const said = variant.rows.flatMap((at) => Object.entries(this.plan.sources[at]?.fallback ?? {}));
    const blank = said.filter(([key, text]) => text !== '' && textOf(variant.record[key]) === '');
    if (blank.length === 0) return variant.record;
    // The first file that says something has the word.
    const record: DataRecord = { ...variant.record, ...Object.fromEntries(blank.toReversed()), id: variant.record.id };
    this.#townships ??= townshipsByVillage(this.store, this.plan.pack, this.plan.sources);
    const township = textOf(record.township) || this.#townships.get(textOf(record.village)) || '';
    return township === '' ? record : { ...record, township };
  }

  /** The id of our own export, if nobody else has it, so that a returned file stays recognisable. */
  #freeId(variant: Variant): string {
    const free = (id: string): boolean => !this.#ids.has(id) && this.store.get(this.plan.entity, id) === undefined;
    for (const at of variant.rows) {
      const known = this.plan.sources[at]?.knownId;
      if (known !== undefined && free(known)) return known;
    }
    if (free(variant.record.id)) return variant.record.id;
    for (let n = 2; ; n++) if (free(`${variant.record.id}-${n}`)) return `${variant.record.id}-${n}`;
  }

  #update(group: Group, variant: Variant, id: string, conflict: boolean): void {
    const current = this.store.get(this.plan.entity, id);
    if (current === undefined) throw new RangeError(`no record ${id}`);
    if (!inForce(withKeys(current, { unplaced: null }))) {
      for (const at of variant.rows) this.#outcomes.set(at, { kind: 'not-in-force', record: id, of: null });
      return;
    }
    const taken = changesOf(variant, current).filter(({ field, clears }) => {
      const key = fieldKey(group.key, field);
      return clears ? this.decisions.clear?.has(key) : !this.decisions.refuseFields?.has(key);
    });
    const values = taken.map(({ field, to }): [string, string] => [field, to]);
    const set = difference(current, withFields(current, values, variant.record));
    // A row that was sent stands in the sheet again.
    if (current.unplaced === true) set.unplaced = null;
    const changed = Object.keys(set).length > 0;
    if (changed) this.#updates.push({ op: 'update', entity: this.plan.entity, id, set });
    this.#say(variant, { kind: changed ? 'changed' : 'unchanged', record: id, conflict });
  }

  #say(variant: Variant, outcome: Outcome): void {
    const [first, ...others] = variant.rows;
    if (first === undefined) return;
    this.#outcomes.set(first, outcome);
    for (const at of others) this.#outcomes.set(at, { kind: 'identical', record: outcome.record, of: first });
  }

  /** The record that a row's person became; nobody when the row was refused or the person is no longer in force. */
  #ownerOf(source: number): string | undefined {
    const outcome = this.#outcomes.get(source);
    if (outcome === undefined || outcome.kind === 'refused' || outcome.kind === 'not-in-force') return undefined;
    return outcome.record ?? undefined;
  }

  result(): MergeResult {
    const { entity, sources } = this.plan;
    const children = new ChildRun(this.store, this.plan, this.decisions, (source) => this.#ownerOf(source));
    children.run();
    const removals = this.#removals();
    const updates = [...this.#updates, ...removals];
    const records = this.#added.sort((a, b) => a.at - b.at).map(({ record }) => record);
    const order = orderChange(this.store, this.plan, updates, records);
    const inserts = records.map((record): Change => ({ op: 'insert', entity, record }));
    const outcomes = sources.map((_, at): Outcome => {
      const outcome = this.#outcomes.get(at);
      if (outcome === undefined) throw new Error(`source ${at} has no outcome`);
      return outcome;
    });
    return {
      patch: [...updates, ...inserts, ...order, ...children.patch],
      outcomes,
      children: children.outcomes,
      open: [...this.#open, ...children.open],
    };
  }

  #removals(): Change[] {
    const { remove, removal } = this.decisions;
    return this.plan.absent.flatMap((id): Change[] => {
      if (!remove?.has(id)) return [];
      const reason = removal === undefined ? {} : { statusDate: removal.date, statusReason: removal.reason };
      return [{ op: 'update', entity: this.plan.entity, id, set: { status: STATUS[1], ...reason } }];
    });
  }
}

function difference(before: DataRecord, after: DataRecord): Record<string, Json> {
  const set: Record<string, Json> = {};
  for (const [key, value] of Object.entries(after)) if (!sameJson(before[key], value)) set[key] = value;
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) set[key] = null;
  return set;
}
