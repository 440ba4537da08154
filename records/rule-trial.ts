import type { Entity, Pack, Rule } from '../sheets-templates/schema.ts';
import type { Compiler } from './compile.ts';
import type { Parameters } from './parameters.ts';
import { compileRules, type Verdict } from './rules.ts';
import type { DataRecord } from './types.ts';
import { inForce } from './value.ts';

/**
 * A rule by itself, as the runner would ask it: whether it marks a record whose verdicts are these. Off where a parameter
 * that it reads is not set.
 */
export function trialOf(
  pack: Pack,
  entity: Entity,
  spec: Rule,
  compiler: Compiler,
  parameters: Parameters,
): (record: DataRecord, verdicts: readonly Verdict[]) => boolean {
  const [rule] = compileRules({ ...pack, rules: [spec] }, entity, compiler);
  if (!rule || [...rule.parameters].some((key) => parameters.read(key) === '')) return () => false;
  return (record, verdicts) => {
    if (!inForce(record)) return false;
    if (verdicts.some((verdict) => spec.unless.includes(verdict.spec.id))) return false;
    return (rule.when === undefined || rule.when(record) === true) && rule.check(record) !== true;
  };
}
