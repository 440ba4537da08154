import { catalogue } from '../formulas/catalogue.ts';
import type { Value } from '../formulas/types.ts';
import type { Arg, Call, Count, Entity, Field, Partner } from '../sheets-templates/schema.ts';
import type { Parameters } from './parameters.ts';
import type { DataRecord } from './types.ts';
import { textOf } from './value.ts';

/** An argument compiled for one entity. */
export type Evaluate = (record: DataRecord) => Value;

/** How counts and partners are answered; fields of a record alone are compiled without. */
export interface Counting {
  count(entity: Entity, count: Count): Evaluate;
  partner(entity: Entity, partner: Partner): Evaluate;
}

/** All choices of a field, those of its groups too. */
export function choicesOf(field: Field | undefined): readonly string[] {
  return [...new Set([...(field?.choices ?? []), ...(field?.choiceGroups ?? []).flatMap(({ choices }) => choices)])];
}

/** Compiles the arguments and calls of one entity to closures; no text is ever evaluated. */
export class Compiler {
  readonly #entity: Entity;
  readonly #parameters: Parameters;
  readonly #counting: Counting | undefined;
  readonly #fields = new Map<string, Evaluate>();

  constructor(entity: Entity, parameters: Parameters, counting?: Counting) {
    this.#entity = entity;
    this.#parameters = parameters;
    this.#counting = counting;
  }

  /** A field as shown: what is stored, else what is computed, else `''`. */
  field(key: string): Evaluate {
    const known = this.#fields.get(key);
    if (known) return known;
    const spec = this.#entity.fields.find((field) => field.key === key);
    const derived = spec?.derive?.mode === 'computed' ? this.call(spec.derive.value) : undefined;
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

  arg(arg: Arg): Evaluate {
    if ('field' in arg) return this.field(arg.field);
    if ('value' in arg) return constant(arg.value);
    if ('call' in arg) return this.call(arg.call);
    if ('choices' in arg) return constant(choicesOf(this.#entity.fields.find(({ key }) => key === arg.choices)));
    if ('param' in arg) {
      const parameters = this.#parameters;
      return () => parameters.read(arg.param);
    }
    if (!this.#counting) throw new Error('a count outside a rule');
    return 'count' in arg
      ? this.#counting.count(this.#entity, arg.count)
      : this.#counting.partner(this.#entity, arg.partner);
  }

  call({ fn, args }: Call): Evaluate {
    const spec = catalogue.get(fn);
    if (!spec) throw new Error(`no function ${fn}`);
    const { run } = spec;
    const [a, b, c, ...more] = args.map((arg) => this.arg(arg));
    if (!a) return () => run();
    if (!b) return (record) => run(a(record));
    if (!c) return (record) => run(a(record), b(record));
    if (more.length === 0) return (record) => run(a(record), b(record), c(record));
    return (record) => run(a(record), b(record), c(record), ...more.map((evaluate) => evaluate(record)));
  }
}

function constant(value: Value): Evaluate {
  return () => value;
}
