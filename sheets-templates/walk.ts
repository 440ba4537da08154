import type { Arg, Call, Count } from './schema.ts';

/** What a walk over arguments may stop at; every visitor is optional. */
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
  else if ('call' in arg) walkCall(arg.call, visitor);
  else if ('count' in arg) {
    visitor.count?.(arg.count);
    for (const inner of Object.values(arg.count.where)) walkArg(inner, visitor);
  } else if ('partner' in arg) {
    visitor.partner?.(arg.partner, arg.partner.show);
    for (const inner of Object.values(arg.partner.where)) walkArg(inner, visitor);
  }
}

/** Visits a call and all that it is made of. */
export function walkCall(call: Call, visitor: Visitor): void {
  visitor.call?.(call);
  for (const arg of call.args) walkArg(arg, visitor);
}
