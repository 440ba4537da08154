import { z } from 'zod';
import type { DataRecord, Json, ProjectJson } from '../records/types.ts';
import { inForce } from '../records/value.ts';
import { isJson, isRecordOf } from './is-json.ts';
import { STEP } from './rank-list.ts';
import type { LoadedProject, ProjectMeta, RecordRow } from './types.ts';

/** An id that no other project has; works where there is no secure context, too. */
export function newProjectId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Records per entity that are in force. */
export function countInForce(records: Readonly<Record<string, readonly DataRecord[]>>): Record<string, number> {
  return Object.fromEntries(Object.entries(records).map(([entity, list]) => [entity, list.filter(inForce).length]));
}

/**
 * The rows of a project that is not stored yet.
 * @throws TypeError when a record has no id, two have the same, or something is no JSON: hand in what the store's
 * `toJson()` answers.
 */
export function newProjectRows(
  id: string,
  name: string,
  json: ProjectJson,
  now: number,
): { readonly loaded: LoadedProject; readonly rows: readonly RecordRow[] } {
  const { pack, settings, records: given, ...rest } = json;
  const extra = z.record(z.string(), z.custom<Json>(isJson, 'no JSON')).safeParse(rest);
  if (!extra.success) throw new TypeError(`beside the records: ${extra.error.message}`);
  const rows: RecordRow[] = [];
  const records: Record<string, DataRecord[]> = {};
  const order = new Map<string, readonly (readonly [string, number])[]>();
  for (const [entity, list] of Object.entries(given)) {
    const seen = new Set<string>();
    const kept: DataRecord[] = [];
    list.forEach((record, at) => {
      const recordId = record.id;
      if (recordId === undefined || !isRecordOf(record, recordId)) throw new TypeError(`no record: ${entity} ${at}`);
      if (seen.has(recordId)) throw new TypeError(`twice the same id: ${entity} ${recordId}`);
      seen.add(recordId);
      kept.push(record);
      rows.push({ entity, id: recordId, rank: at * STEP, data: record });
    });
    records[entity] = kept;
    order.set(
      entity,
      kept.map((record, at) => [record.id, at * STEP] as const),
    );
  }
  const meta: ProjectMeta = {
    id,
    name,
    pack,
    settings,
    extra: extra.data,
    createdAt: now,
    updatedAt: now,
    rev: 0,
    counts: countInForce(records),
  };
  const project: ProjectJson = { ...extra.data, pack, settings, records };
  return { loaded: { id, meta, project, layouts: new Map(), place: null, order, damaged: [] }, rows };
}
