import type { Rule } from '../../sheets-templates/schema.ts';

/** A rule as it was being written when its form was left. */
export interface KeptDraft {
  /** The rule it began from: once that is another, the draft is of no use. */
  readonly base: Rule;
  readonly rule: Rule;
  /** Parameters that were typed. */
  readonly typed: ReadonlyMap<string, string>;
}

/** What was written and not saved, by the rule's public name. */
export type KeptDrafts = Map<string, KeptDraft>;

const books = new WeakMap<object, KeptDrafts>();

/** The drafts of an open workbook: they outlive the form and the panel, as long as it is open. */
export function draftsOf(bench: object): KeptDrafts {
  const kept = books.get(bench) ?? new Map<string, KeptDraft>();
  books.set(bench, kept);
  return kept;
}

export const sameRule = (one: Rule, other: Rule): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The draft of a rule; none where the rule is another since. */
export function keptDraft(drafts: KeptDrafts, ref: string, rule: Rule): KeptDraft | undefined {
  const kept = drafts.get(ref);
  return kept && sameRule(kept.base, rule) ? kept : undefined;
}
