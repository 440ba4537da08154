import type { RecordStore } from '../../records/store.contract.ts';

/** The key under which a record names the person it belongs to. */
const OWNER = 'person';

/**
 * Answers whether records of other entities (trainings, reviews) belong to a record. They are looked through once, at
 * the first question: the question is rare, and an index would have to be kept at every edit.
 */
export function childFinder(store: RecordStore, entity: string): (id: string) => boolean {
  let owners: Set<string> | null = null;
  return (id) => {
    owners ??= collect(store, entity);
    return owners.has(id);
  };
}

function collect(store: RecordStore, entity: string): Set<string> {
  const owners = new Set<string>();
  // The whole project: it may hold entities that the pack does not know.
  for (const [key, records] of Object.entries(store.toJson().records)) {
    if (key === entity) continue;
    for (const { [OWNER]: owner } of records) if (typeof owner === 'string') owners.add(owner);
  }
  return owners;
}
