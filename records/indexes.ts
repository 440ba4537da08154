import type { Arg, Count } from '../formulas/language/expression.ts';
import type { Value } from '../formulas/types.ts';
import { asText } from '../formulas/value.ts';
import type { Entity } from '../sheets-templates/schema.ts';
import type { Compiler, Evaluate } from './compile.ts';
import { KeyIndex } from './key-index.ts';
import { fieldsRead, parametersRead } from './reads.ts';
import type { DataRecord } from './types.ts';
import { inForce } from './value.ts';

/**
 * An index over the records in force of one entity, by a key made of compiled arguments; blanks have no key. It is filled
 * at the first question and kept from then on: many are never asked, and whoever opens a project need not wait for them.
 */
export class Index {
  /** Keys whose count changed since the last judging → the count before. */
  readonly pending = new Map<string, number>();
  readonly #buckets = new KeyIndex();
  readonly #records: () => Iterable<DataRecord>;
  #filled = false;

  /**
   * @param reads the fields that the key is made of
   * @param fixed whether the key is made of the record alone, and not of settings too
   * @param records those of its entity, as they are now
   */
  constructor(
    readonly entity: string,
    readonly reads: ReadonlySet<string>,
    readonly key: (record: DataRecord) => string | undefined,
    readonly fixed: boolean,
    records: () => Iterable<DataRecord>,
  ) {
    this.#records = records;
  }

  get buckets(): KeyIndex {
    if (!this.#filled) {
      this.#filled = true;
      for (const record of this.#records()) {
        const place = inForce(record) ? this.key(record) : undefined;
        if (place !== undefined) this.#buckets.add(place, record.id);
      }
    }
    return this.#buckets;
  }

  /** Forgets all: the records, or the settings that its keys are made of, are others now. */
  empty(): void {
    this.#buckets.clear();
    this.pending.clear();
    this.#filled = false;
  }

  /** Follows a record that appeared, changed or went. */
  move(before: DataRecord | undefined, after: DataRecord | undefined): void {
    if (!this.#filled) return;
    const from = before && inForce(before) ? this.key(before) : undefined;
    const to = after && inForce(after) ? this.key(after) : undefined;
    if (from === to) return;
    if (from !== undefined && before) {
      this.#note(from);
      this.#buckets.delete(from, before.id);
    }
    if (to !== undefined && after) {
      this.#note(to);
      this.#buckets.add(to, after.id);
    }
  }

  #note(key: string): void {
    if (!this.pending.has(key)) this.pending.set(key, this.#buckets.count(key));
  }
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
  const [first, second, third] = parts;
  if (first && !second) return (record) => asText(first(record)) || undefined;
  if (first && second && !third) return pairMaker(first, second);
  return (record) => joinKey(parts.map((part) => part(record)));
}

/** Keys of two parts that are kept. */
const MOST_PAIRS = 4_096;

/**
 * Keys of two parts. Those who ask share them (people of one village), and a key made anew is a text to join and to hash: the
 * last ones are kept, as long as most are asked for again.
 */
function pairMaker(first: Evaluate, second: Evaluate): (record: DataRecord) => string | undefined {
  const known = new Map<Value, Map<Value, string>>();
  let kept = 0;
  let asked = 0;
  return (record) => {
    const left = first(record);
    const right = second(record);
    if (kept > MOST_PAIRS) return joinKey([left, right]);
    asked++;
    const found = known.get(left)?.get(right);
    if (found !== undefined) return found;
    const key = joinKey([left, right]);
    if (key === undefined || typeof left !== 'string' || typeof right !== 'string') return key;
    const under = known.get(left) ?? new Map<Value, string>();
    known.set(left, under.set(right, key));
    kept++;
    if (kept < MOST_PAIRS) return key;
    known.clear();
    // Mostly new ones: nothing is kept any more.
    kept = asked < kept * 4 ? MOST_PAIRS + 1 : 0;
    asked = 0;
    return key;
  };
}

/** All indexes of a store. Equal ones are one: counts over the same fields share it. */
export class Indexes {
  readonly #records: (entity: string) => Iterable<DataRecord>;
  readonly #bySignature = new Map<string, Index>();
  readonly #byEntity = new Map<string, Index[]>();
  /** How many records are in force, of entities that were asked for it. */
  readonly #inForce = new Map<string, number>();

  /** @param records all of an entity, as they are now */
  constructor(records: (entity: string) => Iterable<DataRecord>) {
    this.#records = records;
  }

  /** The index of an entity by these arguments, made when it is new. */
  by(entity: Entity, args: readonly Arg[], compiler: Compiler): Index {
    const signature = JSON.stringify([entity.key, args]);
    const known = this.#bySignature.get(signature);
    if (known) return known;
    const index = new Index(
      entity.key,
      fieldsRead(compiler, args),
      keyMaker(args.map((arg) => compiler.settled(arg))),
      parametersRead(compiler, args).size === 0,
      () => this.#records(entity.key),
    );
    this.#bySignature.set(signature, index);
    const list = this.#byEntity.get(entity.key) ?? [];
    list.push(index);
    this.#byEntity.set(entity.key, list);
    return index;
  }

  /** Keeps the indexes right when a record appears, changes or goes. `changed`: its keys, when it only changed. */
  move(
    entity: string,
    before: DataRecord | undefined,
    after: DataRecord | undefined,
    changed?: ReadonlySet<string>,
  ): void {
    const status = !changed || changed.has('status') || changed.has('unplaced');
    const many = this.#inForce.get(entity);
    if (status && many !== undefined) this.#inForce.set(entity, many - one(before) + one(after));
    for (const index of this.#byEntity.get(entity) ?? []) {
      if (status || overlap(index.reads, changed)) index.move(before, after);
    }
  }

  /** How many records of an entity are in force. */
  inForce(entity: string): number {
    let many = this.#inForce.get(entity);
    if (many !== undefined) return many;
    many = 0;
    for (const record of this.#records(entity)) many += one(record);
    this.#inForce.set(entity, many);
    return many;
  }

  /** Indexes whose keys are made of settings too, and so change with them. */
  get moving(): readonly Index[] {
    return [...this.#bySignature.values()].filter(({ fixed }) => !fixed);
  }

  /** Indexes with counts that changed. */
  *pending(): IterableIterator<Index> {
    for (const index of this.#bySignature.values()) if (index.pending.size > 0) yield index;
  }

  /** Empties all: the records are others now. */
  clear(): void {
    this.#inForce.clear();
    for (const index of this.#bySignature.values()) index.empty();
  }
}

/** The fields that a count compares, in the order of the pack: counts and askers written alike share an index. */
export function countFields(count: Count): readonly string[] {
  return Object.keys(count.where);
}

function one(record: DataRecord | undefined): number {
  return record && inForce(record) ? 1 : 0;
}

function overlap(left: ReadonlySet<string>, right: ReadonlySet<string> | undefined): boolean {
  for (const item of right ?? []) if (left.has(item)) return true;
  return false;
}
