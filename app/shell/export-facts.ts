import { idsListed, idsOfLeft } from '../../records/in-force.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import { ownerKeys } from '../../xlsx/form/form-facts.ts';

/** What the question before an export says of a table. */
export interface ExportFacts {
  readonly people: number;
  /** Its rows are lines of a ledger, not people. */
  readonly lines: boolean;
  /** Lines of a ledger whose people have left. */
  readonly ofLeft: number;
  readonly errors: number;
  readonly warnings: number;
}

/** Counts for the roster the whole book's mistakes, for a ledger or the quarterly table those of its own records. */
export function exportFacts(loaded: LoadedPack, store: RecordStore, templateId: string): ExportFacts {
  // The totals are of everybody: whoever is not judged yet is judged now.
  store.check(() => true);
  const binding = loaded.templates.get(templateId)?.binding;
  const entity = binding?.entity ?? '';
  const owner = ownerKeys(loaded).get(entity) ?? null;
  const lines = owner !== null;
  const listed = lines ? idsListed(store, entity, owner) : [];
  const people = lines ? listed.length : (store.totals.inForce.get(entity) ?? 0);
  const own = binding?.kind === 'matrix' ? binding.cells.entity : lines ? entity : undefined;
  const ofLeft = lines ? idsOfLeft(store, entity, owner).length : 0;
  if (own === undefined) return { people, lines, ofLeft, errors: store.totals.errors, warnings: store.totals.warnings };
  return { people, lines, ofLeft, ...store.countIssues(own, lines ? listed : store.ids(own)) };
}
