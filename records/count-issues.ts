import type { RecordStore } from './store.contract.ts';

/** Errors and warnings of records. */
export function countIssues(
  store: Pick<RecordStore, 'issuesOf'>,
  entity: string,
  ids: Iterable<string>,
): { readonly errors: number; readonly warnings: number } {
  let [errors, warnings] = [0, 0];
  for (const id of ids) {
    for (const { severity } of store.issuesOf(entity, id)) {
      if (severity === 'error') errors++;
      else if (severity === 'warning') warnings++;
    }
  }
  return { errors, warnings };
}
