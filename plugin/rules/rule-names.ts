import type { Pack } from '../../sheets-templates/schema.ts';
import { listRules } from './rule-list.ts';

/**
 * What the rules of a project are called, by id: `身份证号码：不是 18 位`. An id that stands for the same thing in several
 * fields goes without them: `没有填`.
 */
export function ruleNames(pack: Pack, settings: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { rule, label } of listRules(pack, settings).rules)
    names.set(rule.id, names.has(rule.id) ? (rule.label ?? rule.id) : label);
  return names;
}
