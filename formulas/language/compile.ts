import { functionNamed } from '../functions.ts';
import type { FunctionSpec, Value } from '../types.ts';
import { condition, isBlank, isError } from '../value.ts';
import type { Arg, Call, Count, Partner } from './expression.ts';

/** A formula compiled for records of type R. */
export type Evaluate<R> = (record: R) => Value;

/** How the names of a formula are answered. A blank field is `null`, a number in a numeric field a number. */
export interface Environment<R> {
  readonly field: (key: string) => Evaluate<R>;
  readonly parameter: (key: string) => Evaluate<R>;
  readonly choices: (field: string) => readonly string[];
  readonly count: (count: Count) => Evaluate<R>;
  readonly partner: (partner: Partner) => Evaluate<R>;
}

/** Compiles a formula to closures; no text is ever evaluated. */
export function compile<R>(arg: Arg, env: Environment<R>): Evaluate<R> {
  if ('field' in arg) return env.field(arg.field);
  if ('value' in arg) return constant(arg.value);
  if ('call' in arg) return compileCall(arg.call, env);
  if ('param' in arg) return env.parameter(arg.param);
  if ('choices' in arg) return constant(env.choices(arg.choices));
  return 'count' in arg ? env.count(arg.count) : env.partner(arg.partner);
}

function constant(value: Value): () => Value {
  return () => value;
}

/** Whether an argument may be an error, so that whoever takes it must look. */
function mayFail(arg: Arg): boolean {
  if (!('call' in arg)) return false;
  const { fn, args } = arg.call;
  if (fn === 'IFERROR') return args.slice(1).some(mayFail);
  return functionNamed(fn)?.fails === true || args.some(mayFail);
}

function compileCall<R>(call: Call, env: Environment<R>): Evaluate<R> {
  const spec = functionNamed(call.fn);
  if (!spec) throw new Error(`no function ${call.fn}`);
  const args = call.args.map((arg) => compile(arg, env));
  const lazy = special(call.fn, args);
  if (lazy) return lazy;
  return call.args.some(mayFail) ? guarded(spec, args) : direct(spec, args);
}

/** Functions that do not look at all their arguments. */
function special<R>(fn: string, args: readonly Evaluate<R>[]): Evaluate<R> | undefined {
  const [a = constant(null), b = constant(null), c = constant(false)] = args;
  switch (fn) {
    case 'IF':
      return (record) => {
        const holds = condition(a(record));
        return holds === true ? b(record) : holds === false ? c(record) : holds;
      };
    case 'IFERROR':
      return (record) => {
        const value = a(record);
        return isError(value) ? b(record) : value;
      };
    case 'COALESCE':
      return (record) => {
        for (const arg of args) {
          const value = arg(record);
          if (!isBlank(value)) return value;
        }
        return '';
      };
    case 'AND':
      return junction(args, false);
    case 'OR':
      return junction(args, true);
    default:
      return undefined;
  }
}

/** AND stops at the first false, OR at the first true; an error met before is the answer. */
function junction<R>(args: readonly Evaluate<R>[], decisive: boolean): Evaluate<R> {
  return (record) => {
    for (const arg of args) {
      const value = arg(record);
      const holds = typeof value === 'boolean' ? value : condition(value);
      if (holds !== !decisive) return holds;
    }
    return !decisive;
  };
}

function direct<R>({ run }: FunctionSpec, args: readonly Evaluate<R>[]): Evaluate<R> {
  const [a, b, c, ...more] = args;
  if (!a) return () => run();
  if (!b) return (record) => run(a(record));
  if (!c) return (record) => run(a(record), b(record));
  if (more.length === 0) return (record) => run(a(record), b(record), c(record));
  return (record) => run(a(record), b(record), c(record), ...more.map((arg) => arg(record)));
}

function guarded<R>({ name, run }: FunctionSpec, args: readonly Evaluate<R>[]): Evaluate<R> {
  const [a = constant(null), b] = args;
  if (b && args.length === 2) {
    return (record) => {
      const left = a(record);
      if (isError(left)) return left;
      const right = b(record);
      return isError(right) ? right : run(left, right);
    };
  }
  return (record) => {
    const values = args.map((arg) => arg(record));
    return (name === 'ISERROR' ? undefined : values.find(isError)) ?? run(...values);
  };
}
