import type { RecordStore } from '../store.contract.ts';
import { Copies } from './copies.ts';
import { type Directory, nameOf, recordKey, type TellingFields } from './directory.ts';
import type { Facts, SourceRow } from './types.ts';

/** Rows of one person, before they are compared. */
export interface RawGroup {
  readonly key: string;
  readonly rows: number[];
  readonly existing: string[];
}

/** Gathers the rows of each person: by ID number, else by the record's id of our own export, else equal in everything. */
export function groupRows(
  sources: readonly SourceRow[],
  facts: readonly Facts[],
  store: RecordStore,
  entity: string,
  directory: Directory,
  telling: TellingFields,
  fields: readonly string[],
): Map<string, RawGroup> {
  const groups = new Map<string, RawGroup>();
  const join = (key: string, row: number, existing: readonly string[] = []): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, rows: [row], existing: [...existing] });
    else group.rows.push(row);
  };
  /** By id and name: a row that lost its ID number finds the one that kept it. */
  const returned = new Map<string, string>();
  const later: number[] = [];
  for (const [at, row] of sources.entries()) {
    const number = recordKey(row.record, telling);
    if (number === undefined) {
      later.push(at);
      continue;
    }
    const known = directory.byId.get(number);
    const own = known === undefined ? sameByKnownId(row, store, entity) : undefined;
    const first = known?.[0] ?? own;
    const key = first === undefined ? `id:${number}` : `record:${first}`;
    join(key, at, known ?? (own === undefined ? [] : [own]));
    if (row.knownId !== undefined) returned.set(JSON.stringify([row.knownId, nameOf(row.record)]), key);
  }
  const nameless = new Copies({ sources, facts, store, entity, directory, fields }, later);
  for (const at of later) {
    const row = sources[at];
    if (row === undefined) continue;
    const own = sameByKnownId(row, store, entity);
    const returnedKey = row.knownId === undefined ? undefined : JSON.stringify([row.knownId, nameOf(row.record)]);
    const key =
      (own === undefined ? undefined : `record:${own}`) ??
      (returnedKey === undefined ? undefined : returned.get(returnedKey)) ??
      nameless.keyOf(at);
    const existing = key.startsWith('record:') ? [key.slice('record:'.length)] : [];
    join(key, at, existing);
    if (returnedKey !== undefined) returned.set(returnedKey, key);
  }
  return groups;
}

/** The record of our own export, if the row still names the same person. Sorted rows carry other people's ids. */
function sameByKnownId(row: SourceRow, store: RecordStore, entity: string): string | undefined {
  if (row.knownId === undefined) return undefined;
  const record = store.get(entity, row.knownId);
  return record !== undefined && nameOf(record) !== '' && nameOf(record) === nameOf(row.record)
    ? row.knownId
    : undefined;
}
