import type { Entity, Pack, Rule, Severity } from '../sheets-templates/schema.ts';
import type { Compiler, Evaluate } from './compile.ts';
import { fieldsRead, parametersRead } from './reads.ts';

/** A violated rule; one object per rule and severity, so that verdicts compare by identity. `index`: see CompiledRule. */
export interface Verdict {
  readonly index: number;
  readonly spec: Rule;
  readonly severity: Severity;
}

/** A rule of one entity, compiled. `index` is its place among the entity's rules. */
export interface CompiledRule {
  readonly index: number;
  readonly spec: Rule;
  readonly check: Evaluate;
  readonly when: Evaluate | undefined;
  readonly severityWhen: readonly { readonly when: Evaluate; readonly verdict: Verdict }[];
  readonly verdict: Verdict;
  /** Places of the rules that silence this one. */
  readonly unless: readonly number[];
  readonly reads: ReadonlySet<string>;
  /** Parameters without which the rule is off. */
  readonly parameters: ReadonlySet<string>;
}

/** Compiles the rules of one entity, in the pack's order. */
export function compileRules(pack: Pack, entity: Entity, compiler: Compiler): readonly CompiledRule[] {
  const own = pack.rules.filter((rule) => rule.entity === entity.key);
  return own.map((spec, index): CompiledRule => {
    const args = conditions(spec).map((text) => compiler.read(text));
    return {
      index,
      spec,
      check: compiler.rule(spec.check),
      when: spec.when === undefined ? undefined : compiler.rule(spec.when),
      verdict: { index, spec, severity: spec.severity },
      severityWhen: spec.severityWhen.map(({ when, severity }) => ({
        when: compiler.rule(when),
        verdict: { index, spec, severity },
      })),
      unless: own.flatMap((other, place) => (place < index && spec.unless.includes(other.id) ? [place] : [])),
      // The message names the field's text, and a fix may read more: those are made when they are asked for.
      reads: fieldsRead(compiler, args),
      parameters: parametersRead(compiler, args),
    };
  });
}

/** The formulas that decide whether a rule is violated, and how gravely. */
export function conditions({ check, when, severityWhen }: Rule): readonly string[] {
  return [check, ...(when === undefined ? [] : [when]), ...severityWhen.map((condition) => condition.when)];
}
