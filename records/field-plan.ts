import { walkArg } from '../formulas/language/walk.ts';
import type { Entity, Field } from '../sheets-templates/schema.ts';
import type { Compiler, Evaluate } from './compile.ts';

/** One field as an edit needs it. */
export interface FieldPlan {
  readonly key: string;
  readonly type: Field['type'];
  readonly normalise: Evaluate | undefined;
  /** Other fields of the record that the normal form depends on. */
  readonly leansOn: ReadonlySet<string>;
  readonly derive: { readonly mode: 'fill' | 'computed'; readonly value: Evaluate } | undefined;
}

/** The fields of an entity, those whose normal form stands by itself first, so that the others read settled values. */
export function planFields(entity: Entity, compiler: Compiler): readonly FieldPlan[] {
  const plans = entity.fields.map((field): FieldPlan => {
    const leansOn = new Set<string>();
    // The fields named in the call itself: the field's own computed value is not what is being read.
    if (field.normalise) walkArg(compiler.read(field.normalise), { field: (key) => void leansOn.add(key) });
    leansOn.delete(field.key);
    return {
      key: field.key,
      type: field.type,
      normalise: field.normalise === undefined ? undefined : compiler.remembered(field.normalise),
      leansOn,
      derive: field.derive && { mode: field.derive.mode, value: compiler.formula(field.derive.value) },
    };
  });
  return [...plans.filter(({ leansOn }) => leansOn.size === 0), ...plans.filter(({ leansOn }) => leansOn.size > 0)];
}
