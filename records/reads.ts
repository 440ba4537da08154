import type { Arg } from '../formulas/language/expression.ts';
import { dependencies, walkArg } from '../formulas/language/walk.ts';
import type { Compiler } from './compile.ts';

/** The formula of a field that is computed where nothing is stored. */
function computed(compiler: Compiler, key: string): Arg | undefined {
  const derive = compiler.entity.fields.find((field) => field.key === key)?.derive;
  return derive?.mode === 'computed' ? compiler.read(derive.value) : undefined;
}

function showsOwner({ entity }: Compiler, key: string): boolean {
  return entity.fields.some((field) => field.key === key && field.owner !== undefined);
}

/** The fields of the record that formulas read, through computed fields too. */
export function fieldsRead(compiler: Compiler, args: readonly Arg[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = {
    field: (key: string): void => {
      if (found.has(key)) return;
      found.add(key);
      const { parent } = compiler.entity;
      if (parent !== undefined && showsOwner(compiler, key)) found.add(parent);
      const inner = computed(compiler, key);
      if (inner) walkArg(inner, visit);
    },
  };
  for (const arg of args) walkArg(arg, visit);
  return found;
}

/** The parameters and settings that formulas read, through computed fields too. */
export function parametersRead(compiler: Compiler, args: readonly Arg[]): ReadonlySet<string> {
  const inner = [...fieldsRead(compiler, args)].flatMap((key) => computed(compiler, key) ?? []);
  return new Set([...args, ...inner].flatMap((arg) => [...dependencies(arg).parameters]));
}
