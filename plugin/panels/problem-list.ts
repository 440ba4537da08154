import type { RecordStore } from '../../records/store.contract.ts';
import type { Issue } from '../../records/types.ts';
import type { Severity } from '../../sheets-templates/schema.ts';

/** What the list shows; `null` is «all». */
export interface ProblemFilter {
  readonly severity: Severity | null;
  readonly rule: string | null;
  readonly village: string | null;
}

export const NO_FILTER: ProblemFilter = { severity: null, rule: null, village: null };

/** One line of the panel: the issue with the words that say whose it is. */
export interface Problem {
  readonly issue: Issue;
  readonly name: string;
  readonly village: string;
}

export interface ProblemView {
  readonly problems: readonly Problem[];
  readonly all: number;
  /** Records that are not judged yet: until there are none, nothing is listed. */
  readonly unjudged: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Rules and villages that have problems, with how many: the choices of the filters. */
  readonly rules: ReadonlyMap<string, number>;
  readonly villages: ReadonlyMap<string, number>;
}

/** The problems of a project, filtered, errors first; within a severity in the order of the rows. */
export function listProblems(store: RecordStore, filter: ProblemFilter): ProblemView {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const rules = new Map<string, number>();
  const villages = new Map<string, number>();
  const shown: Record<Severity, Problem[]> = { error: [], warning: [], info: [] };
  let all = 0;
  const { unjudged } = store.totals;
  // To list is to judge everybody at once; opened while that is being done by the slice, the list waits for it.
  if (unjudged > 0) return { problems: [], all, unjudged, counts, rules, villages };
  for (const issue of store.issues()) {
    const { name, village } = whose(store, issue);
    all++;
    counts[issue.severity]++;
    rules.set(issue.rule, (rules.get(issue.rule) ?? 0) + 1);
    villages.set(village, (villages.get(village) ?? 0) + 1);
    if (filter.severity !== null && filter.severity !== issue.severity) continue;
    if (filter.rule !== null && filter.rule !== issue.rule) continue;
    if (filter.village !== null && filter.village !== village) continue;
    shown[issue.severity].push({ issue, village, name });
  }
  return { problems: [...shown.error, ...shown.warning, ...shown.info], all, unjudged, counts, rules, villages };
}

/** Name and village of the person that a problem is about: a training's are its person's, or what was typed for one. */
function whose(store: RecordStore, { entity, record }: Issue): { readonly name: string; readonly village: string } {
  const text = (field: string): string => store.text(entity, record, field);
  if (entity === 'village') return { name: text('name'), village: text('name') };
  const owner = store.get(entity, record)?.['person'];
  if (typeof owner === 'string' && store.get('person', owner))
    return { name: store.text('person', owner, 'name'), village: store.text('person', owner, 'village') };
  return { name: text('name') || text('personName'), village: text('village') || text('personVillage') };
}
