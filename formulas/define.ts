import { words } from './locale/zh-CN.ts';
import type { ExampleSpec, FunctionSpec, NativeForm, Value } from './types.ts';

interface Definition {
  readonly name: string;
  /**
   * Parameter names; a trailing `?` marks an optional one, `...` one that may be repeated or left out, `[]` before them
   * one that takes a list.
   */
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
    parameters: definition.parameters.map((written, index) => {
      const label = text.parameters[index];
      if (label === undefined) throw new Error(`no words for ${definition.name} ${written}`);
      const [, name = written, list, end] = /^(\w+)(\[\])?(\?|\.\.\.)?$/.exec(written) ?? [];
      return {
        name,
        label,
        ...(list ? { list: true } : {}),
        ...(end ? { optional: true } : {}),
        ...(end === '...' ? { rest: true } : {}),
      };
    }),
    examples,
    run: definition.run,
    fails: definition.fails ?? false,
    ...(definition.native ? { native: definition.native } : {}),
  };
}
