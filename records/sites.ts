import { compile, type Evaluate } from '../formulas/language/compile.ts';
import type { Arg, Count } from '../formulas/language/expression.ts';
import { walkArg } from '../formulas/language/walk.ts';
import { asText } from '../formulas/value.ts';
import type { Rule } from '../sheets-templates/schema.ts';
import type { Compiler } from './compile.ts';
import type { Parameters } from './parameters.ts';
import { conditions } from './rules.ts';

/** A count in a rule, and what its number decides. */
export interface CountSite {
  readonly count: Count;
  /**
   * What the largest part of the rule around the count answers if its number were `n`. The part reads nothing but the
   * count: equal answers mean an equal verdict.
   */
  readonly answer: Evaluate<number>;
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
export function countSites(rule: Rule, compiler: Compiler, parameters: Parameters): readonly CountSite[] {
  const sites: CountSite[] = [];
  const visit = (arg: Arg): void => {
    if (readsOnlyOneCount(arg)) {
      const answer = answerTo(arg, parameters);
      walkArg(arg, { count: (count) => sites.push({ count, answer }) });
    } else if ('call' in arg) arg.call.args.forEach(visit);
  };
  for (const text of conditions(rule)) visit(compiler.read(text));
  return sites;
}

function answerTo(part: Arg, parameters: Parameters): Evaluate<number> {
  const none = (): string => '';
  return compile<number>(part, {
    field: () => none,
    parameter: (key) => () => parameters.read(key),
    choices: () => [],
    count: () => (n) => n,
    partner: () => none,
  });
}

/** Whether two counts can mean different verdicts. */
export function decides({ answer }: CountSite, before: number, after: number): boolean {
  const left = answer(before);
  const right = answer(after);
  return typeof left !== typeof right || asText(left) !== asText(right);
}
