import { compile, type Environment, type Evaluate as EvaluateFor } from '../formulas/language/compile.ts';
import type { Arg, Count, Partner } from '../formulas/language/expression.ts';
import type { Value } from '../formulas/types.ts';
import type { FormulaBook } from '../sheets-templates/formula-book.ts';
import type { Entity, Field } from '../sheets-templates/schema.ts';
import type { Parameters } from './parameters.ts';
import { onlyField, remembered } from './remembered.ts';
import type { DataRecord } from './types.ts';
import { textOf } from './value.ts';

/** A formula compiled for the records of one entity. */
export type Evaluate = EvaluateFor<DataRecord>;

/** How counts and partners are answered; fields of a record alone are compiled without. */
export interface Counting {
  count(entity: Entity, count: Count): Evaluate;
  /** The same for a record that stands in the store and is in force: it may be one of those that are counted. */
  ownCount(entity: Entity, count: Count): Evaluate;
  partner(entity: Entity, partner: Partner): Evaluate;
  /** A field of the record that owns another one (`parent` is its entity), by its id. */
  owner(parent: string, field: string): (id: string) => Value;
}

/** All choices of a field, those of its groups too. */
export function choicesOf(field: Field | undefined): readonly string[] {
  return [...new Set([...(field?.choices ?? []), ...(field?.choiceGroups ?? []).flatMap(({ choices }) => choices)])];
}

/** Compiles the formulas of one entity to closures; no text is ever evaluated. */
export class Compiler {
  readonly entity: Entity;
  readonly #book: FormulaBook;
  readonly #parameters: Parameters;
  readonly #counting: Counting;
  readonly #fields = new Map<string, Evaluate>();
  readonly #cells = new Map<string, Evaluate>();
  readonly #settledCells = new Map<string, Evaluate>();

  constructor(entity: Entity, book: FormulaBook, parameters: Parameters, counting: Counting) {
    this.entity = entity;
    this.#book = book;
    this.#parameters = parameters;
    this.#counting = counting;
  }

  /** A field as shown: what is stored, else what is computed, else `''`. */
  field(key: string): Evaluate {
    const known = this.#fields.get(key);
    if (known) return known;
    const spec = this.#spec(key);
    const { parent } = this.entity;
    if (spec?.owner !== undefined && parent !== undefined) return this.#mirror(key, parent, spec.owner);
    const derived = spec?.derive?.mode === 'computed' ? this.formula(spec.derive.value) : undefined;
    const read: Evaluate = (record) => {
      const value = record[key];
      const text = typeof value === 'string' ? value : textOf(value);
      if (text !== '' || derived === undefined) return text;
      const computed = derived(record);
      return typeof computed === 'number' ? String(computed) : computed;
    };
    this.#fields.set(key, read);
    return read;
  }

  /** A field that shows the owner's; without an owner, what was typed to find it. */
  #mirror(key: string, parent: string, field: string): Evaluate {
    const ofOwner = this.#counting.owner(parent, field);
    const read: Evaluate = (record) => {
      const id = record[parent];
      return typeof id === 'string' && id !== '' ? ofOwner(id) : textOf(record[key]);
    };
    this.#fields.set(key, read);
    return read;
  }

  /** A formula's text as the pack gives it. */
  formula(text: string): Evaluate {
    return this.arg(this.read(text));
  }

  /** The same for a formula that is asked of many records with the same texts (see `remembered`). */
  remembered(text: string): Evaluate {
    const arg = this.read(text);
    const field = onlyField(this.entity, arg);
    return field === undefined ? this.arg(arg) : remembered(this.arg(arg), field, this.#parameters);
  }

  /** A formula's text with its names looked up. */
  read(text: string): Arg {
    return this.#book.arg(this.entity, text);
  }

  arg(arg: Arg): Evaluate {
    return this.#compile(arg, { field: (key) => this.#cell(key) });
  }

  /** The same for records that do not change any more: a field that many formulas name is read once of each record. */
  settled(arg: Arg): Evaluate {
    return this.#compile(arg, { field: (key) => this.#settledCell(key) });
  }

  /** A rule's formula: its records are settled, stand in the store and are in force. */
  rule(text: string): Evaluate {
    return this.#compile(this.read(text), {
      field: (key) => this.#settledCell(key),
      count: (count) => this.#counting.ownCount(this.entity, count),
    });
  }

  #compile(arg: Arg, own: Pick<Environment<DataRecord>, 'field'> & Partial<Environment<DataRecord>>): Evaluate {
    const parameters = this.#parameters;
    return compile<DataRecord>(arg, {
      parameter: (key) => parameters.reader(key),
      choices: (key) => choicesOf(this.#spec(key)),
      count: (count) => this.#counting.count(this.entity, count),
      partner: (partner) => this.#counting.partner(this.entity, partner),
      ...own,
    });
  }

  /** A field as a formula reads it, like a cell: blank is `null`, a numeric field's plain number a number. */
  #cell(key: string): Evaluate {
    const known = this.#cells.get(key);
    if (known) return known;
    const shown = this.field(key);
    const type = this.#spec(key)?.type;
    const read: Evaluate = this.#isStored(key)
      ? (record) => {
          const value = record[key];
          return (typeof value === 'string' ? value : textOf(value)) || null;
        }
      : (record) => cellValue(shown(record), type === 'integer' || type === 'number');
    this.#cells.set(key, read);
    return read;
  }

  #settledCell(key: string): Evaluate {
    const known = this.#settledCells.get(key);
    if (known) return known;
    const cell = this.#cell(key);
    let last: DataRecord | undefined;
    let value: Value = null;
    const read: Evaluate = (record) => {
      if (record !== last) {
        value = cell(record);
        last = record;
      }
      return value;
    };
    // What is computed, or the owner's, changes without the record.
    const settled = this.#isStored(key) ? read : cell;
    this.#settledCells.set(key, settled);
    return settled;
  }

  /** Whether a cell of this field is the record's own text and nothing else. */
  #isStored(key: string): boolean {
    const spec = this.#spec(key);
    const numeric = spec?.type === 'integer' || spec?.type === 'number';
    return spec?.owner === undefined && !numeric && spec?.derive?.mode !== 'computed';
  }

  #spec(key: string): Field | undefined {
    return this.entity.fields.find((field) => field.key === key);
  }
}

function cellValue(value: Value, numeric: boolean): Value {
  if (value === '') return null;
  if (!numeric || typeof value !== 'string') return value;
  const number = Number(value);
  // `027` and `三十` are texts, as they would be in a cell.
  return String(number) === value ? number : value;
}
