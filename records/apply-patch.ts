import { StoreError } from './error.ts';
import { changeSettings, settingsBefore } from './settings.ts';
import type { Table } from './table.ts';
import type { Change, DataRecord, Json, Patch, Settings } from './types.ts';
import { sameJson, withKeys } from './value.ts';

/** What happened to a record: it appeared or went (`keys` undefined), or these keys changed. */
export interface Applied {
  readonly inverse: Patch;
  readonly touched: Map<string, Map<string, Set<string> | undefined>>;
  readonly reordered: Set<string>;
  readonly settings: Settings;
}

type Moved = (
  entity: string,
  before: DataRecord | undefined,
  after: DataRecord | undefined,
  changed?: ReadonlySet<string>,
) => void;

/** Applies a patch that has been checked; calls `moved` for every record as it changes. */
export function applyPatch(
  patch: Patch,
  tables: ReadonlyMap<string, Table>,
  settings: Settings,
  moved: Moved,
): Applied {
  const inverse: Change[] = [];
  const touched: Applied['touched'] = new Map();
  const reordered = new Set<string>();
  let current = settings;
  const touch = (entity: string, id: string, keys: ReadonlySet<string> | undefined): void => {
    const records = touched.get(entity) ?? new Map<string, Set<string> | undefined>();
    touched.set(entity, records);
    if (!keys) records.set(id, undefined);
    else if (!records.has(id)) records.set(id, new Set(keys));
    else for (const key of keys) records.get(id)?.add(key);
  };
  for (let at = 0; at < patch.length; at++) {
    const change = patch[at];
    if (!change) break;
    if (change.op === 'settings') {
      inverse.push({ op: 'settings', set: settingsBefore(current, change.set) });
      current = changeSettings(current, change.set);
      continue;
    }
    const table = tables.get(change.entity);
    if (!table) throw new StoreError('unknown-entity', change.entity);
    if (change.op === 'insert') {
      // Neighbours go in together: one shift of the order instead of one for each.
      const run = runOfInserts(patch, at, change.entity, change.before);
      table.insert(run, change.before);
      for (const record of run) {
        moved(change.entity, undefined, record);
        touch(change.entity, record.id, undefined);
        inverse.push({ op: 'remove', entity: change.entity, id: record.id });
      }
      reordered.add(change.entity);
      at += run.length - 1;
    } else if (change.op === 'remove') {
      const record = table.get(change.id);
      if (!record) throw new StoreError('unknown-record', change.id);
      const next = table.remove(change.id);
      moved(change.entity, record, undefined);
      touch(change.entity, change.id, undefined);
      reordered.add(change.entity);
      const back = { op: 'insert' as const, entity: change.entity, record };
      inverse.push(next === undefined ? back : { ...back, before: next });
    } else if (change.op === 'update') {
      const record = table.get(change.id);
      if (!record) throw new StoreError('unknown-record', change.id);
      const set = differing(record, change.set);
      const keys = new Set(Object.keys(set));
      if (keys.size === 0) continue;
      const next = withKeys(record, set);
      table.replace(next);
      moved(change.entity, record, next, keys);
      touch(change.entity, change.id, keys);
      inverse.push({ op: 'update', entity: change.entity, id: change.id, set: previous(record, set) });
    } else {
      inverse.push({ op: 'order', entity: change.entity, ids: [...table.order] });
      table.reorder(change.ids);
      reordered.add(change.entity);
    }
  }
  return { inverse: inverse.reverse(), touched, reordered, settings: current };
}

function runOfInserts(patch: Patch, from: number, entity: string, before: string | undefined): readonly DataRecord[] {
  const run: DataRecord[] = [];
  for (let at = from; at < patch.length; at++) {
    const change = patch[at];
    if (change?.op !== 'insert' || change.entity !== entity || change.before !== before) break;
    run.push(change.record);
  }
  return run;
}

function differing(record: DataRecord, set: Readonly<Record<string, Json>>): Record<string, Json> {
  const entries = Object.entries(set).filter(([key, value]) => {
    const current = Object.hasOwn(record, key) ? record[key] : undefined;
    return value === null ? current !== undefined : !sameJson(current, value);
  });
  return Object.fromEntries(entries);
}

function previous(record: { readonly [key: string]: Json }, set: Readonly<Record<string, Json>>): Record<string, Json> {
  return Object.fromEntries(
    Object.keys(set).map((key) => [key, Object.hasOwn(record, key) ? (record[key] ?? null) : null]),
  );
}
