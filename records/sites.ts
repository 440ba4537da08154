import { catalogue } from '../formulas/catalogue.ts';
import type { Value } from '../formulas/types.ts';
import { asText } from '../formulas/value.ts';
import type { Arg, Call, Count, Rule } from '../sheets-templates/schema.ts';
import { walkArg } from '../sheets-templates/walk.ts';
import type { Parameters } from './parameters.ts';

/** A count in a rule, and what its number decides. */
export interface CountSite {
  readonly count: Count;
  /** The largest part of the rule around the count that reads nothing but it; equal answers mean an equal verdict. */
  readonly part: Arg;
}

/** Whether an argument reads nothing of the record, except through the one count that it holds. */
function readsOnlyOneCount(arg: Arg): boolean {
  let counts = 0;
  let others = 0;
  if ('count' in arg) return true;
  const inner = (inside: Arg): void => {
    if ('count' in inside) counts++;
    else if ('field' in inside || 'partner' in inside) others++;
    else if ('call' in inside) inside.call.args.forEach(inner);
  };
  inner(arg);
  return counts === 1 && others === 0;
}

/** The counts of a rule's conditions, each with the part that it decides. */
export function countSites(rule: Rule): readonly CountSite[] {
  const sites: CountSite[] = [];
  const visit = (arg: Arg): void => {
    if (readsOnlyOneCount(arg)) {
      walkArg(arg, { count: (count) => sites.push({ count, part: arg }) });
    } else if ('call' in arg) arg.call.args.forEach(visit);
  };
  const calls: readonly Call[] = [
    rule.check,
    ...(rule.when ? [rule.when] : []),
    ...rule.severityWhen.map(({ when }) => when),
  ];
  for (const call of calls) visit({ call });
  return sites;
}

/** What a part of a rule answers if its count were `n`. */
export function probe(part: Arg, n: number, parameters: Parameters): Value {
  if ('count' in part) return n;
  if ('value' in part) return part.value;
  if ('param' in part) return parameters.read(part.param);
  if ('call' in part)
    return catalogue.get(part.call.fn)?.run(...part.call.args.map((arg) => probe(arg, n, parameters))) ?? '';
  return '';
}

/** Whether two counts can mean different verdicts. */
export function decides(site: CountSite, before: number, after: number, parameters: Parameters): boolean {
  const left = probe(site.part, before, parameters);
  const right = probe(site.part, after, parameters);
  return typeof left !== typeof right || asText(left) !== asText(right);
}
