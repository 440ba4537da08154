import type { Arg, Count, Partner } from '../formulas/language/expression.ts';
import type { Value } from '../formulas/types.ts';
import { asText } from '../formulas/value.ts';
import { FormulaBook } from '../sheets-templates/formula-book.ts';
import type { Entity, Pack } from '../sheets-templates/schema.ts';
import { Compiler, type Counting, type Evaluate } from './compile.ts';
import { countFields, type Index, Indexes, keyMaker } from './indexes.ts';
import type { Parameters } from './parameters.ts';
import type { Table } from './table.ts';
import type { DataRecord } from './types.ts';

/** Compilers of all entities of a pack, with the indexes that their counts need. */
export class CountingCompilers implements Counting {
  readonly indexes: Indexes;
  /** Reads formulas over the pack's names; a formula met again is read once. */
  readonly formulas: FormulaBook;
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #compilers: ReadonlyMap<string, Compiler>;
  readonly #find: (entity: string, id: string) => DataRecord | undefined;

  /** @param tables the records by entity, as the store keeps them */
  constructor(pack: Pack, parameters: Parameters, tables: ReadonlyMap<string, Table>) {
    this.#find = (entity, id) => tables.get(entity)?.get(id);
    this.indexes = new Indexes((entity) => tables.get(entity)?.records() ?? []);
    this.#entities = new Map(pack.entities.map((entity) => [entity.key, entity]));
    this.formulas = new FormulaBook(pack);
    this.#compilers = new Map(
      pack.entities.map((entity) => [entity.key, new Compiler(entity, this.formulas, parameters, this)]),
    );
  }

  entity(key: string): Entity {
    const entity = this.#entities.get(key);
    if (!entity) throw new Error(`no entity ${key}`);
    return entity;
  }

  compiler(key: string): Compiler {
    const compiler = this.#compilers.get(key);
    if (!compiler) throw new Error(`no entity ${key}`);
    return compiler;
  }

  /** The index whose bucket sizes are the counts. */
  members(count: Count): Index {
    const args = countFields(count).map((field): Arg => ({ field }));
    return this.indexes.by(this.entity(count.entity), args, this.compiler(count.entity));
  }

  /** The index of the records that ask for a count, by the key that they ask for. */
  askers(entity: Entity, count: Count): Index {
    return this.indexes.by(entity, this.#args(count), this.compiler(entity.key));
  }

  count(entity: Entity, count: Count): Evaluate {
    const members = this.members(count);
    const key = this.#key(entity, count);
    return (record) => {
      const asked = key(record);
      return asked === undefined ? 0 : members.buckets.count(asked);
    };
  }

  ownCount(entity: Entity, count: Count): Evaluate {
    const itself = (field: string): boolean => {
      const arg = count.where[field];
      return arg !== undefined && 'field' in arg && arg.field === field;
    };
    if (count.entity !== entity.key || !countFields(count).every(itself)) return this.count(entity, count);
    const members = this.members(count);
    return (record) => {
      const own = members.key(record);
      return own === undefined ? 0 : members.buckets.countKnown(own);
    };
  }

  partner(entity: Entity, partner: Partner): Evaluate {
    const members = this.members(partner);
    const key = this.#key(entity, partner);
    const show = this.compiler(partner.entity).field(partner.show);
    return (record) => {
      const asked = key(record);
      const id = asked === undefined ? undefined : members.buckets.other(asked, record.id);
      const other = id === undefined ? undefined : this.#find(partner.entity, id);
      return other ? asText(show(other)) : '';
    };
  }

  owner(parent: string, field: string): (id: string) => Value {
    let show: Evaluate | undefined;
    return (id) => {
      const owner = this.#find(parent, id);
      // Looked up at the first question: the owner's compiler may not be there yet when this is made.
      show ??= this.compiler(parent).field(field);
      return owner ? show(owner) : '';
    };
  }

  #args(count: Count): readonly Arg[] {
    return countFields(count).flatMap((field) => count.where[field] ?? []);
  }

  #key(entity: Entity, count: Count): (record: DataRecord) => string | undefined {
    const compiler = this.compiler(entity.key);
    const parts = this.#args(count).map((arg) => compiler.settled(arg));
    return keyMaker(parts);
  }
}
