import { asText } from '../formulas/value.ts';
import type { Rule } from '../sheets-templates/schema.ts';
import type { Compiler, Evaluate } from './compile.ts';
import { sentenceOf } from './message.ts';
import type { OwnerKeeper } from './owner/owner-keeper.ts';
import type { Verdict } from './rules.ts';
import type { DataRecord, Fix, Issue, Patch } from './types.ts';

/** More candidates than this are nobody's choice: then the row has to say more. */
const MOST_CHOICES = 6;

interface Words {
  readonly text: Evaluate;
  readonly sentence: (record: DataRecord, value: string) => string;
  readonly fix: ReadonlyMap<string, Evaluate> | undefined;
}

/** Turns verdicts into issues when they are asked for, so that a message is right whatever happened to the partners. */
export class IssueWriter {
  readonly #compiler: Compiler;
  readonly #entity: string;
  readonly #edit: (id: string, typed: Readonly<Record<string, string>>) => Patch;
  readonly #owners: OwnerKeeper | undefined;
  readonly #words = new Map<Rule, Words>();

  constructor(
    entity: string,
    compiler: Compiler,
    edit: (id: string, typed: Readonly<Record<string, string>>) => Patch,
    owners?: OwnerKeeper,
  ) {
    this.#owners = owners;
    this.#entity = entity;
    this.#compiler = compiler;
    this.#edit = edit;
  }

  write(record: DataRecord, { spec, severity }: Verdict): Issue {
    const { text, sentence, fix } = this.#wordsOf(spec);
    const value = asText(text(record));
    const offer = spec.fix && fix ? this.#fix(record, spec.fix.label, fix) : undefined;
    const issue = { rule: spec.id, severity, entity: this.#entity, record: record.id, field: spec.field };
    const message = sentence(record, value);
    if (spec.chooseOwner !== undefined) return { ...issue, message, value, ...this.#choose(record, spec.chooseOwner) };
    return offer ? { ...issue, message, value, fix: offer } : { ...issue, message, value };
  }

  /** One click per candidate; a single one is the fix. */
  #choose(record: DataRecord, pattern: string): { readonly fix?: Fix; readonly choices?: readonly Fix[] } {
    const owners = this.#owners;
    if (!owners) return {};
    const choices = owners
      .candidates(record)
      .slice(0, MOST_CHOICES)
      .map((id): Fix => {
        const words = pattern.replace(/\{(\w+)\}/g, (_, field: string) => owners.text(id, field));
        return { label: words, patch: owners.give(record, id) };
      });
    const [only, ...more] = choices;
    if (only === undefined) return {};
    return more.length === 0 ? { fix: only } : { choices };
  }

  #fix(record: DataRecord, label: string, set: ReadonlyMap<string, Evaluate>): Fix | undefined {
    const typed = Object.fromEntries([...set].map(([key, evaluate]) => [key, asText(evaluate(record))]));
    if (Object.values(typed).some((text) => text === '')) return undefined;
    const patch = this.#edit(record.id, typed);
    return patch.length > 0 ? { label, patch } : undefined;
  }

  #wordsOf(spec: Rule): Words {
    const known = this.#words.get(spec);
    if (known) return known;
    const compile = (formulas: Rule['values']): ReadonlyMap<string, Evaluate> =>
      new Map(Object.entries(formulas).map(([name, text]) => [name, this.#compiler.formula(text)]));
    const words = {
      text: this.#compiler.field(spec.field),
      sentence: sentenceOf(spec.message, compile(spec.values)),
      fix: spec.fix && compile(spec.fix.set),
    };
    this.#words.set(spec, words);
    return words;
  }
}
