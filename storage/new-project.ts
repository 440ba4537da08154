import { z } from 'zod';
import type { DataRecord, Json, ProjectJson } from '../records/types.ts';
import { inForce } from '../records/value.ts';
import { BLOCK_SIZE } from './blocks.ts';
import { isJson, isRecordOf } from './is-json.ts';
import { STEP } from './rank-list.ts';
import type { EntityOrder, LoadedProject, ProjectMeta, RecordBlock, RecordRow } from './types.ts';

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
 * The blocks of a project that is not stored yet.
 * @throws TypeError when a record has no id, two have the same, or something is no JSON: hand in what the store's
 * `toJson()` answers.
 */
export function newProjectRows(
  id: string,
  name: string,
  json: ProjectJson,
  now: number,
): { readonly loaded: LoadedProject; readonly blocks: readonly RecordBlock[] } {
  const { pack, settings, records: given, ...rest } = json;
  const extra = z.record(z.string(), z.custom<Json>(isJson, 'no JSON')).safeParse(rest);
  if (!extra.success) throw new TypeError(`beside the records: ${extra.error.message}`);
  const blocks: RecordBlock[] = [];
  const records: Record<string, DataRecord[]> = {};
  const order = new Map<string, EntityOrder>();
  for (const [entity, list] of Object.entries(given)) {
    const seen = new Set<string>();
    const kept: DataRecord[] = [];
    const rows: RecordRow[] = [];
    list.forEach((record, at) => {
      const recordId = record.id;
      if (recordId === undefined || !isRecordOf(record, recordId)) throw new TypeError(`no record: ${entity} ${at}`);
      if (seen.has(recordId)) throw new TypeError(`twice the same id: ${entity} ${recordId}`);
      seen.add(recordId);
      kept.push(record);
      rows.push({ id: recordId, rank: at * STEP, data: record });
    });
    records[entity] = kept;
    for (let at = 0; at < rows.length; at += BLOCK_SIZE)
      blocks.push({ entity, block: at / BLOCK_SIZE, rows: rows.slice(at, at + BLOCK_SIZE) });
    order.set(entity, {
      ids: rows.map((row) => row.id),
      ranks: rows.map((row) => row.rank),
      blocks: rows.map((_, at) => Math.floor(at / BLOCK_SIZE)),
    });
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
  return { loaded: { id, meta, project, layouts: new Map(), place: null, order, damaged: [] }, blocks };
}
