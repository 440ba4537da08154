import { functionCalled, functionNames } from '../functions.ts';
import type { Result } from '../result.ts';
import type { Node } from './ast.ts';
import type { FormulaError, FormulaErrorCode } from './error.ts';
import type { Arg } from './expression.ts';
import { aggregateNamed, aggregateNames } from './locale/aggregates.ts';
import { nearest } from './nearest.ts';

/** What a formula may name. Every look-up answers the key, for a key and for a Chinese label alike. */
export interface Names {
  /** The entity that the formula belongs to. */
  readonly entity: string;
  readonly field: (entity: string, name: string) => string | undefined;
  readonly fieldNames: (entity: string) => readonly string[];
  readonly hasChoices: (field: string) => boolean;
  readonly parameter: (name: string) => string | undefined;
  readonly parameterNames: readonly string[];
  readonly entityNamed: (name: string) => string | undefined;
  readonly entityNames: readonly string[];
}

/** Where a formula stands: counts need a rule, the text of another record a message. */
export type Setting = 'field' | 'rule' | 'message';

/** The parameter of functions, and the setting, that is a project's reference date. */
const AS_OF = 'asOf';

class LowerFailure {
  readonly error: FormulaError;
  constructor(error: FormulaError) {
    this.error = error;
  }
}

/** Looks up the names of a parsed formula. Never throws. */
export function lower(node: Node, names: Names, setting: Setting): Result<Arg, FormulaError> {
  try {
    return { ok: true, value: new Lowering(names, setting).arg(node) };
  } catch (failure) {
    if (failure instanceof LowerFailure) return { ok: false, error: failure.error };
    throw failure;
  }
}

class Lowering {
  readonly #names: Names;
  readonly #setting: Setting;

  constructor(names: Names, setting: Setting) {
    this.#names = names;
    this.#setting = setting;
  }

  arg(node: Node): Arg {
    switch (node.kind) {
      case 'number':
      case 'text':
      case 'boolean':
        return { value: node.value };
      case 'missing':
        return { value: null };
      case 'field':
        return { field: this.#field(node, node.name, this.#names.entity) };
      case 'parameter': {
        const key = this.#names.parameter(node.name);
        return key === undefined
          ? this.#fail('unknown-parameter', node, node.name, this.#names.parameterNames)
          : { param: key };
      }
      case 'unary':
        return node.operator === '+'
          ? this.arg(node.operand)
          : { call: { fn: 'negate', args: [this.arg(node.operand)] } };
      case 'percent':
        return { call: { fn: 'percent', args: [this.arg(node.operand)] } };
      case 'binary':
        return { call: { fn: node.operator, args: [this.arg(node.left), this.arg(node.right)] } };
      case 'call':
        return this.#call(node, node.name, node.args);
    }
  }

  #call(node: Node, name: string, args: readonly Node[]): Arg {
    switch (aggregateNamed(name)) {
      case 'CHOICES':
        return this.#choices(node, name, args);
      case 'LIST':
        return { value: args.map((arg) => this.#text(arg)) };
      case 'COUNT.SAME':
        return this.#countSame(node, name, args);
      case 'COUNT.IN':
        return this.#countIn(node, name, args);
      case 'OTHER.SAME': {
        if (this.#setting !== 'message') return this.#fail('not-here', node, name);
        const [show, ...same] = args;
        if (!show || same.length === 0) return this.#fail('wrong-count', node, name);
        const { entity } = this.#names;
        return { partner: { entity, where: this.#same(same), show: this.#fieldOnly(show, entity) } };
      }
      default:
        return this.#function(node, name, args);
    }
  }

  #function(node: Node, name: string, args: readonly Node[]): Arg {
    const spec = functionCalled(name);
    if (!spec) return this.#fail('unknown-function', node, name, [...functionNames, ...aggregateNames]);
    const least = spec.parameters.filter(({ optional }) => optional !== true).length;
    const most = spec.parameters.at(-1)?.rest === true ? Number.POSITIVE_INFINITY : spec.parameters.length;
    if (args.length < least || args.length > most) this.#fail('wrong-count', node, name);
    const dated = spec.parameters.findIndex((parameter) => parameter.name === AS_OF);
    const lowered = args.map(
      (arg, at): Arg => (at === dated && arg.kind === 'missing' ? { param: AS_OF } : this.arg(arg)),
    );
    // The reference date goes without saying: `ID.CHECK([身份证号码])` is asked at the project's.
    if (dated === args.length && this.#names.parameter(AS_OF) === AS_OF) lowered.push({ param: AS_OF });
    return { call: { fn: spec.name, args: lowered } };
  }

  #choices(node: Node, name: string, args: readonly Node[]): Arg {
    const [field, ...more] = args;
    if (!field || more.length > 0) return this.#fail('wrong-count', node, name);
    const key = this.#fieldOnly(field, this.#names.entity);
    return this.#names.hasChoices(key) ? { choices: key } : this.#fail('no-choices', field, key);
  }

  #countSame(node: Node, name: string, args: readonly Node[]): Arg {
    if (this.#setting === 'field') return this.#fail('not-here', node, name);
    if (args.length === 0) return this.#fail('wrong-count', node, name);
    return { count: { entity: this.#names.entity, where: this.#same(args) } };
  }

  #same(args: readonly Node[]): Readonly<Record<string, Arg>> {
    const keys = args.map((arg) => this.#fieldOnly(arg, this.#names.entity));
    return Object.fromEntries(keys.map((key): [string, Arg] => [key, { field: key }]));
  }

  /** `COUNT.IN("entity", "its field", value, …)`; a field alone stands for the field of the same key there. */
  #countIn(node: Node, name: string, args: readonly Node[]): Arg {
    if (this.#setting === 'field') return this.#fail('not-here', node, name);
    const [first, ...rest] = args;
    if (!first) return this.#fail('wrong-count', node, name);
    const entityName = this.#text(first);
    const entity = this.#names.entityNamed(entityName);
    if (entity === undefined) return this.#fail('unknown-entity', first, entityName, this.#names.entityNames);
    const where: [string, Arg][] = [];
    for (let at = 0; at < rest.length; at++) {
      const arg = rest[at];
      if (arg?.kind === 'field') {
        const key = this.#fieldOnly(arg, this.#names.entity);
        where.push([this.#field(arg, key, entity), { field: key }]);
      } else if (arg) {
        const key = this.#field(arg, this.#text(arg), entity);
        const value = rest[++at];
        if (!value) return this.#fail('wrong-count', node, name);
        where.push([key, this.arg(value)]);
      }
    }
    return { count: { entity, where: Object.fromEntries(where) } };
  }

  #field(node: Node, name: string, entity: string): string {
    const key = this.#names.field(entity, name);
    return key ?? this.#fail('unknown-field', node, name, this.#names.fieldNames(entity));
  }

  #fieldOnly(node: Node, entity: string): string {
    return node.kind === 'field' ? this.#field(node, node.name, entity) : this.#fail('field-expected', node, '');
  }

  #text(node: Node): string {
    return node.kind === 'text' ? node.value : this.#fail('text-expected', node, '');
  }

  #fail(code: FormulaErrorCode, { from, to }: Node, what: string, known: readonly string[] = []): never {
    const near = nearest(what, known);
    throw new LowerFailure(near === undefined ? { code, from, to, what } : { code, from, to, what, near });
  }
}
