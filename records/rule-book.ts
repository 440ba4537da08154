import type { Parameters } from './parameters.ts';
import type { CompiledRule, Verdict } from './rules.ts';
import type { DataRecord } from './types.ts';
import { inForce } from './value.ts';

/** The verdicts of a record that violates nothing. */
export const CLEAN: readonly Verdict[] = [];

/** The rules of one entity and the order in which they are asked. */
export class RuleBook {
  readonly rules: readonly CompiledRule[];
  readonly all: readonly number[];
  readonly #violated: Uint8Array;
  readonly #off: Uint8Array;
  /** The rules that are not off, in their order. */
  #asked: readonly CompiledRule[] = [];
  readonly #byFields = new Map<string, readonly number[]>();

  constructor(rules: readonly CompiledRule[], parameters: Parameters) {
    this.rules = rules;
    this.all = rules.map(({ index }) => index);
    this.#violated = new Uint8Array(rules.length);
    this.#off = new Uint8Array(rules.length);
    this.switch(parameters);
  }

  /** Switches the rules off that read a parameter which is not set. */
  switch(parameters: Parameters): void {
    for (const { index, parameters: keys } of this.rules) {
      this.#off[index] = [...keys].some((key) => parameters.read(key) === '') ? 1 : 0;
    }
    this.#asked = this.rules.filter(({ index }) => this.#off[index] === 0);
  }

  /** Rules that must be asked again when these fields changed: those that read them, and those that they silence. */
  affected(fields: ReadonlySet<string>): readonly number[] {
    const key = [...fields].sort().join('\u0001');
    const known = this.#byFields.get(key);
    if (known) return known;
    const found = this.withSilenced(this.rules.filter(({ reads }) => [...fields].some((field) => reads.has(field))));
    this.#byFields.set(key, found);
    return found;
  }

  /** Rules that read one of these settings, and those that they silence. */
  readers(settings: ReadonlySet<string>): readonly number[] {
    return this.withSilenced(this.rules.filter(({ parameters }) => [...settings].some((key) => parameters.has(key))));
  }

  /** These rules and all that they silence, in order. */
  withSilenced(rules: readonly CompiledRule[]): readonly number[] {
    const places = new Set(rules.map(({ index }) => index));
    for (const { index, unless } of this.rules) if (unless.some((place) => places.has(place))) places.add(index);
    return [...places].sort((a, b) => a - b);
  }

  /** Asks the rules at `places`; the other verdicts are taken from `before`. */
  judge(record: DataRecord, before: readonly Verdict[], places: readonly number[]): readonly Verdict[] {
    if (places.length === this.rules.length) return this.judgeAnew(record);
    if (!inForce(record)) return CLEAN;
    const violated = this.#violated;
    violated.fill(0);
    for (const { index } of before) violated[index] = 1;
    const found: Verdict[] = [];
    for (const place of places) {
      const rule = this.rules[place];
      const verdict = rule && this.#off[place] === 0 && !this.#isSilenced(rule) ? ask(rule, record) : undefined;
      violated[place] = verdict ? 1 : 0;
      if (verdict) found.push(verdict);
    }
    if (before.length === 0) return found.length === 0 ? CLEAN : found;
    const kept = before.filter(({ index }) => !places.includes(index));
    return kept.length === 0 ? found : [...kept, ...found].sort((a, b) => a.index - b.index);
  }

  /** Asks all rules. Most records violate none, and then nobody can be silenced. */
  judgeAnew(record: DataRecord): readonly Verdict[] {
    if (!inForce(record)) return CLEAN;
    let found: Verdict[] | undefined;
    for (const rule of this.#asked) {
      if (found !== undefined && this.#isSilenced(rule)) continue;
      const verdict = ask(rule, record);
      if (verdict === undefined) continue;
      if (found === undefined) {
        found = [];
        this.#violated.fill(0);
      }
      found.push(verdict);
      this.#violated[rule.index] = 1;
    }
    return found ?? CLEAN;
  }

  #isSilenced({ unless }: CompiledRule): boolean {
    for (const silencer of unless) if (this.#violated[silencer] === 1) return true;
    return false;
  }
}

function ask(rule: CompiledRule, record: DataRecord): Verdict | undefined {
  if (rule.when && rule.when(record) !== true) return undefined;
  if (rule.check(record) === true) return undefined;
  for (const { when, verdict } of rule.severityWhen) if (when(record) === true) return verdict;
  return rule.verdict;
}
