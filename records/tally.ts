import type { Severity } from '../sheets-templates/schema.ts';
import { CLEAN } from './rule-book.ts';
import type { Verdict } from './rules.ts';

/** The verdicts of all records that violate something, with running counts by severity. */
export class Tally {
  readonly #verdicts = new Map<string, Map<string, readonly Verdict[]>>();
  readonly counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };

  get(entity: string, id: string): readonly Verdict[] {
    return this.#verdicts.get(entity)?.get(id) ?? CLEAN;
  }

  clear(): void {
    this.#verdicts.clear();
    for (const severity of ['error', 'warning', 'info'] as const) this.counts[severity] = 0;
  }

  /** The verdicts of a record that has none yet. */
  first(entity: string, id: string, verdicts: readonly Verdict[]): void {
    if (verdicts.length > 0) this.set(entity, id, verdicts);
  }

  /** Replaces a record's verdicts; answers whether they differ. */
  set(entity: string, id: string, next: readonly Verdict[]): boolean {
    const before = this.get(entity, id);
    if (before.length === next.length && before.every((verdict, at) => verdict === next[at])) return false;
    for (const { severity } of before) this.counts[severity]--;
    for (const { severity } of next) this.counts[severity]++;
    const table = this.#verdicts.get(entity) ?? new Map<string, readonly Verdict[]>();
    if (next.length === 0) table.delete(id);
    else table.set(id, next);
    this.#verdicts.set(entity, table);
    return true;
  }
}
