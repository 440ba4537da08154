import type { Arg, Call, Count } from './expression.ts';

/** What a walk over a formula may stop at; every visitor is optional. */
export interface Visitor {
  readonly call?: (call: Call) => void;
  readonly field?: (field: string) => void;
  readonly param?: (param: string) => void;
  readonly choices?: (field: string) => void;
  readonly count?: (count: Count) => void;
  readonly partner?: (count: Count, show: string) => void;
}

/** Visits an argument and all that it is made of, the arguments inside counts too. */
export function walkArg(arg: Arg, visitor: Visitor): void {
  if ('field' in arg) visitor.field?.(arg.field);
  else if ('param' in arg) visitor.param?.(arg.param);
  else if ('choices' in arg) visitor.choices?.(arg.choices);
  else if ('call' in arg) {
    visitor.call?.(arg.call);
    for (const inner of arg.call.args) walkArg(inner, visitor);
  } else if ('count' in arg) {
    visitor.count?.(arg.count);
    for (const inner of Object.values(arg.count.where)) walkArg(inner, visitor);
  } else if ('partner' in arg) {
    visitor.partner?.(arg.partner, arg.partner.show);
    for (const inner of Object.values(arg.partner.where)) walkArg(inner, visitor);
  }
}

/** What a formula reads: the validator asks a rule again only when one of these changed. */
export interface Dependencies {
  readonly fields: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  /** Counts of other records, and partners in messages. */
  readonly aggregates: readonly Count[];
}

/** The fields, parameters and counts that a formula names. */
export function dependencies(arg: Arg): Dependencies {
  const fields = new Set<string>();
  const parameters = new Set<string>();
  const aggregates: Count[] = [];
  walkArg(arg, {
    field: (key) => void fields.add(key),
    param: (key) => void parameters.add(key),
    count: (count) => void aggregates.push(count),
    partner: (count) => void aggregates.push(count),
  });
  return { fields, parameters, aggregates };
}
