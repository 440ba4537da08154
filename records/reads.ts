import type { Arg, Call, Entity } from '../sheets-templates/schema.ts';
import { walkArg, walkCall } from '../sheets-templates/walk.ts';

/** Collects the fields of the record that a call reads, through computed fields too. */
export function fieldsRead(entity: Entity, calls: readonly Call[], args: readonly Arg[] = []): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = {
    field: (key: string): void => {
      if (found.has(key)) return;
      found.add(key);
      const derive = entity.fields.find((field) => field.key === key)?.derive;
      if (derive?.mode === 'computed') walkCall(derive.value, visit);
    },
  };
  for (const call of calls) walkCall(call, visit);
  for (const arg of args) walkArg(arg, visit);
  return found;
}

/** The parameters and settings that calls and arguments read, through computed fields too. */
export function parametersRead(entity: Entity, calls: readonly Call[], args: readonly Arg[] = []): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = { param: (key: string): void => void found.add(key) };
  for (const call of calls) walkCall(call, visit);
  for (const arg of args) walkArg(arg, visit);
  for (const key of fieldsRead(entity, calls, args)) {
    const derive = entity.fields.find((field) => field.key === key)?.derive;
    if (derive?.mode === 'computed') walkCall(derive.value, visit);
  }
  return found;
}
