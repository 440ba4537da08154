import { z } from 'zod';
import type { FormulaError } from '../formulas/language/error.ts';
import { FormulaBook } from './formula-book.ts';
import { formulaSchema, type Pack, type Rule, ruleSchema, severitySchema } from './schema.ts';

/** The setting of a project under which its own changes of the rules are kept. */
export const RULES_SETTING = 'rules';

/** What a project has changed of an official rule; what is not named stays as the pack has it. */
export const ruleChangeSchema = z.strictObject({
  off: z.literal(true).optional(),
  severity: severitySchema.optional(),
  message: z.string().min(1).optional(),
  check: formulaSchema.optional(),
});
export type RuleChange = z.infer<typeof ruleChangeSchema>;

/** A rule that only this project has. */
export const ownRuleSchema = z.strictObject({
  id: ruleSchema.shape.id,
  entity: ruleSchema.shape.entity,
  label: z.string().min(1),
  field: z.string(),
  severity: severitySchema,
  check: formulaSchema,
  message: z.string().min(1),
  off: z.literal(true).optional(),
});
export type OwnRule = z.infer<typeof ownRuleSchema>;

export const ruleChangesSchema = z.strictObject({
  /** By `ruleRef`. */
  changed: z.record(z.string(), ruleChangeSchema).default({}),
  own: z.array(ownRuleSchema).default([]),
});
export type RuleChanges = z.infer<typeof ruleChangesSchema>;

/** Names a rule of a pack: its id alone may stand on several fields. */
export const ruleRef = ({ entity, id, field }: Pick<Rule, 'entity' | 'id' | 'field'>): string =>
  `${entity}.${id}@${field}`;

/**
 * A change that is not in force. `shape`: the setting is not what the program writes; `unknown-rule`, `unknown-field`:
 * the pack has no such rule or field (any more); `formula`: the formula cannot be read, see `error`.
 */
export interface RuleProblem {
  readonly code: 'shape' | 'unknown-rule' | 'unknown-field' | 'formula';
  readonly ref: string;
  readonly error?: FormulaError;
}

/** The rules of a project: what is asked, what is not in force, and the changes themselves. */
export interface ProjectRules {
  /** Those that are on, changes worked in, in the pack's order; own rules behind. */
  readonly rules: readonly Rule[];
  readonly changes: RuleChanges;
  readonly problems: readonly RuleProblem[];
}

/**
 * The pack's rules as a project has changed them. A change that cannot be used leaves the official rule in force and is
 * named in `problems`.
 */
export function projectRules(pack: Pack, settings: Readonly<Record<string, unknown>>): ProjectRules {
  const kept = settings[RULES_SETTING];
  const none: RuleChanges = { changed: {}, own: [] };
  if (kept === undefined) return { rules: pack.rules, changes: none, problems: [] };
  const parsed = ruleChangesSchema.safeParse(kept);
  if (!parsed.success) return { rules: pack.rules, changes: none, problems: [{ code: 'shape', ref: '' }] };
  const changes = parsed.data;
  const problems: RuleProblem[] = [];
  const book = new FormulaBook(pack);
  const readable = (rule: Rule): boolean => {
    const entity = pack.entities.find(({ key }) => key === rule.entity);
    if (!entity?.fields.some(({ key }) => key === rule.field)) {
      problems.push({ code: 'unknown-field', ref: ruleRef(rule) });
      return false;
    }
    const read = book.read(entity, rule.check, 'rule');
    if (!read.ok) problems.push({ code: 'formula', ref: ruleRef(rule), error: read.error });
    return read.ok;
  };
  const known = new Set(pack.rules.map(ruleRef));
  for (const ref of Object.keys(changes.changed)) if (!known.has(ref)) problems.push({ code: 'unknown-rule', ref });
  const official = pack.rules.flatMap((rule): readonly Rule[] => {
    const change = changes.changed[ruleRef(rule)];
    if (!change) return [rule];
    if (change.off) return [];
    const changed = changedRule(rule, change);
    return [change.check === undefined || readable(changed) ? changed : rule];
  });
  const own = changes.own.flatMap(({ off, ...rule }): readonly Rule[] => {
    const whole: Rule = { ...rule, severityWhen: [], unless: [], values: {} };
    return off !== true && readable(whole) ? [whole] : [];
  });
  return { rules: [...official, ...own], changes, problems };
}

/**
 * A rule with a change worked in. A severity that was chosen holds in every case; a message that stands by itself is also
 * what an exported workbook says.
 */
export function changedRule(rule: Rule, { severity, message, check }: RuleChange): Rule {
  return {
    ...rule,
    ...(severity === undefined ? {} : { severity, severityWhen: [] }),
    ...(message === undefined ? {} : { message }),
    ...(message === undefined || /[{}]/.test(message) ? {} : { label: message.replace(/。$/u, '') }),
    ...(check === undefined ? {} : { check }),
  };
}

/** The pack with the rules of a project: what exports and checks outside the store work from. */
export function withProjectRules(pack: Pack, settings: Readonly<Record<string, unknown>>): Pack {
  const { rules } = projectRules(pack, settings);
  return rules === pack.rules ? pack : { ...pack, rules: [...rules] };
}
