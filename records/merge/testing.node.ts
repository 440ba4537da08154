import type { RecordStore } from '../store.contract.ts';
import { newProject } from '../store.ts';
import { pack, right, settings, villages } from '../testing/pack.ts';
import { comparedFields } from './facts.ts';
import { planMerge } from './plan.ts';
import { resolveMerge } from './resolve.ts';
import type { Decisions, MergeResult, SourceRow } from './types.ts';

export { pack, right, villages };

const ROSTER =
  'township village name gender birthMonth partyJoinMonth age education identity idNumber phone mentor remark'.split(
    ' ',
  );
const person = pack.entities.find(({ key }) => key === 'person');
if (person === undefined) throw new Error('no person');
/** The columns of the official table. */
export const COLUMNS: ReadonlySet<string> = new Set(ROSTER.filter((key) => comparedFields(person).includes(key)));

export const empty = (list: typeof villages = []): RecordStore => newProject(pack, settings, list);

const reader = empty();

/** A row as it is read from a file: typed texts, normalised. */
export function source(
  file: string,
  row: number,
  texts: Readonly<Record<string, string>>,
  more: { readonly stated?: ReadonlySet<string>; readonly knownId?: string } = {},
): SourceRow {
  const [insert] = reader.edit('person', null, texts);
  if (insert?.op !== 'insert') throw new Error('a blank row');
  return { file, sheet: '名册', row, record: insert.record, stated: COLUMNS, ...more };
}

/** Plans, resolves and applies; answers the result and takes back by `undo`. */
export function merge(
  store: RecordStore,
  sources: readonly SourceRow[],
  decisions: Decisions = {},
  joined: ReadonlySet<string> = new Set(),
): MergeResult & { readonly undo: () => void } {
  const result = resolveMerge(store, planMerge(store, pack, 'person', sources, joined), decisions);
  const { inverse } = store.apply(result.patch, 'test');
  return { ...result, undo: () => void store.apply(inverse, 'undo') };
}

/** The people of a store as our own export would send them back. */
export function exported(store: RecordStore, file = '汇总.xlsx'): SourceRow[] {
  return store.ids('person').map((id, at) => {
    const texts = Object.fromEntries([...COLUMNS].map((key) => [key, store.text('person', id, key)]));
    return source(file, at + 4, texts, { knownId: id });
  });
}

/** One field of everybody, in order. */
export const column = (store: RecordStore, field: string): string[] =>
  store.ids('person').map((id) => store.text('person', id, field));
