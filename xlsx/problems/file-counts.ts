import type { MergePlan, MergeResult, Outcome } from '../../records/merge/types.ts';
import type { CheckedSheet } from '../recognise/check-workbook.ts';

/** What became of a received file's people, and what is wrong with them as they were sent. */
export interface FileCounts {
  readonly people: number;
  readonly errors: number;
  readonly warnings: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly duplicates: number;
}

/** Counts for each file; `sheets` are those of the file that hold the people. */
export function fileCounts(
  plan: Pick<MergePlan, 'sources'>,
  result: Pick<MergeResult, 'outcomes'>,
): (file: string, sheets: readonly CheckedSheet[]) => FileCounts {
  const byFile = new Map<string, Map<Outcome['kind'], number>>();
  for (const [at, { kind }] of result.outcomes.entries()) {
    const file = plan.sources[at]?.file ?? '';
    const kinds = byFile.get(file) ?? new Map<Outcome['kind'], number>();
    byFile.set(file, kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
  }
  return (file, sheets) => {
    const kinds = byFile.get(file) ?? new Map<Outcome['kind'], number>();
    const count = (kind: Outcome['kind']): number => kinds.get(kind) ?? 0;
    const issues = sheets.flatMap((sheet) => sheet.issues);
    return {
      people: [...kinds.values()].reduce((sum, n) => sum + n, 0),
      errors: issues.filter(({ severity }) => severity === 'error').length,
      warnings: issues.filter(({ severity }) => severity === 'warning').length,
      added: count('added'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      duplicates: count('identical') + count('settled'),
    };
  };
}
