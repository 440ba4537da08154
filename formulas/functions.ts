import { catalogue } from './catalogue.ts';
import { aliases } from './locale/aliases.ts';
import { operators } from './operators.ts';
import type { FunctionSpec } from './types.ts';

/** A function or operator by the name that `lower` gives it. */
export function functionNamed(name: string): FunctionSpec | undefined {
  return catalogue.get(name) ?? operators.get(name);
}

const byName = new Map<string, FunctionSpec>();
for (const spec of catalogue.values()) byName.set(spec.label, spec);
for (const [alias, name] of aliases) {
  const spec = catalogue.get(name);
  if (!spec) throw new Error(`an alias of no function: ${name}`);
  byName.set(alias, spec);
}
for (const spec of catalogue.values()) byName.set(spec.name, spec);

/** A function as a formula may call it: its English name in any case, its Chinese name, or another word for it. */
export function functionCalled(name: string): FunctionSpec | undefined {
  return byName.get(name) ?? byName.get(name.toUpperCase());
}

/** Every name by which a function may be called: for completion and for the nearest name to a wrong one. */
export const functionNames: readonly string[] = [...byName.keys()];
