import type { Arg, Count } from '../formulas/language/expression.ts';
import type { Value } from '../formulas/types.ts';
import { asText } from '../formulas/value.ts';
import type { Entity } from '../sheets-templates/schema.ts';
import type { Compiler, Evaluate } from './compile.ts';
import { KeyIndex } from './key-index.ts';
import { fieldsRead, parametersRead } from './reads.ts';
import type { DataRecord } from './types.ts';
import { inForce } from './value.ts';

/** An index over the records in force of one entity, by a key made of compiled arguments; blanks have no key. */
export interface Index {
  readonly entity: string;
  readonly reads: ReadonlySet<string>;
  readonly key: (record: DataRecord) => string | undefined;
  /** Whether the key is made of the record alone. */
  readonly fixed: boolean;
  readonly buckets: KeyIndex;
  /** Keys whose count changed since the last judging → the count before. */
  readonly pending: Map<string, number>;
}

/** The parts of a key joined; a blank part makes the key none. Keys of no parts are one and the same. */
export function joinKey(parts: readonly Value[]): string | undefined {
  // A key of one part is that text itself: its hash is known already, a new string's is not.
  if (parts.length === 1) return asText(parts[0]) || undefined;
  let key = '';
  for (const part of parts) {
    const text = asText(part);
    if (text === '') return undefined;
    key += `${text}\u0001`;
  }
  return key;
}

/** Compiled parts as one compiled key. */
export function keyMaker(parts: readonly Evaluate[]): (record: DataRecord) => string | undefined {
  const [first, second] = parts;
  if (first && !second) return (record) => asText(first(record)) || undefined;
  return (record) => joinKey(parts.map((part) => part(record)));
}

/** All indexes of a store. Equal ones are one: counts over the same fields share it. */
export class Indexes {
  readonly #bySignature = new Map<string, Index>();
  readonly #byEntity = new Map<string, Index[]>();

  /** The index of an entity by these arguments, made when it is new. `fill` puts the records in that are there already. */
  by(entity: Entity, args: readonly Arg[], compiler: Compiler, fill?: Iterable<DataRecord>): Index {
    const signature = JSON.stringify([entity.key, args]);
    const known = this.#bySignature.get(signature);
    if (known) return known;
    const index: Index = {
      entity: entity.key,
      reads: fieldsRead(compiler, args),
      key: keyMaker(args.map((arg) => compiler.arg(arg))),
      fixed: parametersRead(compiler, args).size === 0,
      buckets: new KeyIndex(),
      pending: new Map(),
    };
    this.#bySignature.set(signature, index);
    const list = this.#byEntity.get(entity.key) ?? [];
    list.push(index);
    this.#byEntity.set(entity.key, list);
    for (const record of fill ?? []) this.#put(index, undefined, record);
    index.pending.clear();
    return index;
  }

  /** All there are. */
  all(): IterableIterator<Index> {
    return this.#bySignature.values();
  }

  /** Keeps the indexes right when a record appears, changes or goes. `changed`: its keys, when it only changed. */
  move(
    entity: string,
    before: DataRecord | undefined,
    after: DataRecord | undefined,
    changed?: ReadonlySet<string>,
  ): void {
    const status = !changed || changed.has('status') || changed.has('unplaced');
    for (const index of this.#byEntity.get(entity) ?? []) {
      if (status || overlap(index.reads, changed)) this.#put(index, before, after);
    }
  }

  /** Indexes whose keys are made of settings too, and so change with them. */
  get moving(): readonly Index[] {
    return [...this.#bySignature.values()].filter(({ fixed }) => !fixed);
  }

  /** Indexes with counts that changed. */
  *pending(): IterableIterator<Index> {
    for (const index of this.#bySignature.values()) if (index.pending.size > 0) yield index;
  }

  /** Puts a record in while nothing counts changes yet: a store that is being opened. */
  load(entity: string, record: DataRecord): void {
    if (!inForce(record)) return;
    for (const index of this.#byEntity.get(entity) ?? []) enter(index, record);
  }

  /** Fills one index from the records of its entity, whatever was in it. */
  refill(index: Index, records: Iterable<DataRecord>): void {
    index.buckets.clear();
    index.pending.clear();
    for (const record of records) if (inForce(record)) enter(index, record);
  }

  /** Empties all, before the records are put in again. */
  clear(): void {
    for (const index of this.#bySignature.values()) {
      index.buckets.clear();
      index.pending.clear();
    }
  }

  #put(index: Index, before: DataRecord | undefined, after: DataRecord | undefined): void {
    const from = before && inForce(before) ? index.key(before) : undefined;
    const to = after && inForce(after) ? index.key(after) : undefined;
    if (from === to) return;
    if (from !== undefined && before) {
      this.#note(index, from);
      index.buckets.delete(from, before.id);
    }
    if (to !== undefined && after) {
      this.#note(index, to);
      index.buckets.add(to, after.id);
    }
  }

  #note(index: Index, key: string): void {
    if (!index.pending.has(key)) index.pending.set(key, index.buckets.count(key));
  }
}

/** The fields that a count compares, in the order of the pack: counts and askers written alike share an index. */
export function countFields(count: Count): readonly string[] {
  return Object.keys(count.where);
}

function enter({ key, buckets }: Index, record: DataRecord): void {
  const place = key(record);
  if (place !== undefined) buckets.add(place, record.id);
}

function overlap(left: ReadonlySet<string>, right: ReadonlySet<string> | undefined): boolean {
  for (const item of right ?? []) if (left.has(item)) return true;
  return false;
}
