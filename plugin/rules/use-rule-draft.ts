import { useEffect, useMemo, useState } from 'react';
import type { RecordStore } from '../../records/store.contract.ts';
import type { Json } from '../../records/types.ts';
import { FormulaBook } from '../../sheets-templates/formula-book.ts';
import { namesOf } from '../../sheets-templates/names.ts';
import type { Pack, Parameter, Rule } from '../../sheets-templates/schema.ts';
import { fillParameters } from './fill-parameters.ts';
import { type KeptDrafts, keptDraft, sameRule } from './kept-drafts.ts';
import { type ListedRule, parametersOf } from './rule-list.ts';

/** A rule while it is being written. */
export interface Draft {
  readonly rule: Rule;
  readonly parameters: ReadonlyMap<string, string>;
}

/** The value of a parameter as the project has it, else as the documents do; '' when it is not set. */
function currentValue(store: RecordStore, { key, default: official }: Parameter): string {
  const own = store.settings[key];
  return typeof own === 'string' || typeof own === 'number' ? String(own) : String(official ?? '');
}

/** A typed parameter as it is stored; `null`: as the documents have it. */
function stored({ type, default: official }: Parameter, typed: string): Json {
  const value = type === 'number' && typed !== '' ? Number(typed) : typed;
  // A blank stands for itself where the documents set a value: the rule is off then.
  return value === (official ?? '') ? null : value;
}

/**
 * The draft of a rule, what is wrong with its formula, and what saving it would set.
 * @param kept Where it is kept while its form is away.
 */
export function useRuleDraft(pack: Pack, store: RecordStore, listed: ListedRule, kept: KeptDrafts) {
  const { entity, ref } = listed;
  const left = keptDraft(kept, ref, listed.rule);
  const [rule, setRule] = useState<Rule>(left?.rule ?? listed.rule);
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(left?.typed ?? new Map());
  const book = useMemo(() => new FormulaBook(pack), [pack]);
  const read = useMemo(() => book.read(entity, rule.check, 'rule'), [book, entity, rule.check]);
  const parameters = useMemo(() => (read.ok ? parametersOf(pack, read.value) : []), [pack, read]);
  const values = new Map(parameters.map((one) => [one.key, typed.get(one.key) ?? currentValue(store, one)]));
  const changed = parameters.filter((one) => values.get(one.key) !== currentValue(store, one));
  const dirty = changed.length > 0 || !sameRule(rule, listed.rule);
  useEffect(() => {
    if (dirty) kept.set(ref, { base: listed.rule, rule, typed });
    else kept.delete(ref);
  }, [kept, ref, listed.rule, rule, typed, dirty]);
  const names = namesOf(pack, entity);
  const trial = new Map<string, string | number>();
  for (const { key, label, type } of changed) {
    const value = values.get(key) ?? '';
    const tried = type === 'number' ? Number(value) : value;
    for (const name of [key, ...names.parameterNames]) if (names.parameter(name) === key) trial.set(name, tried);
    trial.set(label, tried);
  }
  return {
    rule,
    values,
    parameters,
    error: read.ok ? undefined : read.error,
    /** A parameter has no value: the rule says nothing. */
    unset: parameters.some(({ key }) => values.get(key) === ''),
    dirty,
    preview: read.ok ? { ...rule, check: fillParameters(rule.check, trial) } : undefined,
    settings: Object.fromEntries(
      changed.map((one): [string, Json] => [one.key, stored(one, values.get(one.key) ?? '')]),
    ),
    change: (part: Partial<Rule>) => setRule((now) => ({ ...now, ...part })),
    setParameter: (key: string, value: string) => setTyped((now) => new Map(now).set(key, value)),
  };
}
