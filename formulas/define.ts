import { words } from './locale/zh-CN.ts';
import type { ExampleSpec, FunctionSpec, NativeForm, Value } from './types.ts';

interface Definition {
  readonly name: string;
  /** Parameter names; a trailing `?` marks an optional one, `...` one that may be repeated or left out. */
  readonly parameters: readonly string[];
  readonly examples: readonly (readonly [args: readonly Value[], result: Value])[];
  readonly run: (...args: readonly Value[]) => Value;
  readonly fails?: boolean;
  readonly native?: NativeForm;
}

/**
 * A function of the catalogue with its words from the locale file.
 * @throws Error when the locale has no words for it (a programming error, met by every test).
 */
export function define(definition: Definition): FunctionSpec {
  const text = words.get(definition.name);
  if (text === undefined) throw new Error(`no words for ${definition.name}`);
  const examples = definition.examples.map(([args, result]): ExampleSpec => ({ args, result }));
  return {
    name: definition.name,
    label: text.label,
    help: text.help,
    parameters: definition.parameters.map((name, index) => {
      const label = text.parameters[index];
      if (label === undefined) throw new Error(`no words for ${definition.name} ${name}`);
      if (name.endsWith('...')) return { name: name.slice(0, -3), label, optional: true, rest: true };
      return name.endsWith('?') ? { name: name.slice(0, -1), label, optional: true } : { name, label };
    }),
    examples,
    run: definition.run,
    fails: definition.fails ?? false,
    ...(definition.native ? { native: definition.native } : {}),
  };
}
