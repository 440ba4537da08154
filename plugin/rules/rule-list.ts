import type { Arg } from '../../formulas/language/expression.ts';
import { dependencies } from '../../formulas/language/walk.ts';
import {
  changedRule,
  type OwnRule,
  projectRules,
  type RuleChange,
  type RuleChanges,
  type RuleProblem,
  ruleRef,
} from '../../sheets-templates/rule-changes.ts';
import type { Entity, Pack, Parameter, Rule } from '../../sheets-templates/schema.ts';

/** A rule as the list shows it, whether it is on or off. */
export interface ListedRule {
  readonly ref: string;
  readonly entity: Entity;
  readonly fieldLabel: string;
  /** With the project's changes. */
  readonly rule: Rule;
  /** As the pack has it; none for a rule of one's own. */
  readonly official: Rule | undefined;
  readonly off: boolean;
  readonly changed: boolean;
  readonly label: string;
}

export interface RuleList {
  readonly rules: readonly ListedRule[];
  readonly changes: RuleChanges;
  readonly problems: readonly RuleProblem[];
}

/** All rules of a project in the pack's order, its own ones behind those of their table. */
export function listRules(pack: Pack, settings: Readonly<Record<string, unknown>>): RuleList {
  const { changes, problems } = projectRules(pack, settings);
  const rules = pack.entities.flatMap((entity) => {
    const fieldLabel = (key: string): string => entity.fields.find((field) => field.key === key)?.label ?? key;
    const listed = (rule: Rule, official: Rule | undefined, change: RuleChange): ListedRule => ({
      ref: ruleRef(rule),
      entity,
      fieldLabel: fieldLabel(rule.field),
      rule,
      official,
      off: change.off === true,
      changed: official !== undefined && Object.keys(change).some((key) => key !== 'off'),
      label: `${fieldLabel(rule.field)}：${official?.label ?? rule.label ?? rule.id}`,
    });
    const of = <R extends { readonly entity: string }>(all: readonly R[]): readonly R[] =>
      all.filter((rule) => rule.entity === entity.key);
    return [
      ...of(pack.rules).map((rule) => {
        const change = changes.changed[ruleRef(rule)] ?? {};
        return listed(changedRule(rule, change), rule, change);
      }),
      ...of(changes.own).map((own) => listed(wholeRule(own), undefined, own.off === true ? { off: true } : {})),
    ];
  });
  return { rules, changes, problems };
}

/** A rule of one's own as a pack would have it. */
export function wholeRule({ off: _, ...rule }: OwnRule): Rule {
  return { ...rule, severityWhen: [], unless: [], values: {} };
}

/** The parameters of the pack that a formula reads, as it was read. */
export function parametersOf(pack: Pack, formula: Arg): readonly Parameter[] {
  const keys = dependencies(formula).parameters;
  return pack.parameters.filter(({ key }) => keys.has(key));
}

/** The changes with one rule changed; a change that says nothing any more is left out. */
export function withChange(changes: RuleChanges, rule: ListedRule, change: RuleChange): RuleChanges {
  if (rule.official) return { ...changes, changed: { ...changes.changed, [rule.ref]: change } };
  const own = changes.own.map(
    ({ off: _, ...one }): OwnRule => (ruleRef(one) === rule.ref ? (change.off ? { ...one, off: true } : one) : one),
  );
  return { ...changes, own };
}

/** The changes of a rule that differ from the official text. */
export function changeOf(official: Rule, { severity, message, check }: Rule, off: boolean): RuleChange {
  const free = official.severityWhen.length > 0 && severity !== official.severity;
  return {
    ...(off ? { off: true as const } : {}),
    ...(severity !== official.severity || free ? { severity } : {}),
    ...(message === official.message ? {} : { message }),
    ...(check === official.check ? {} : { check }),
  };
}

/** The first name `own.1`, `own.2` … that is free. */
export function freeId({ own }: RuleChanges): string {
  for (let n = 1; ; n++) if (!own.some(({ id }) => id === `own.${n}`)) return `own.${n}`;
}
