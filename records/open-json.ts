import type { Result } from '../formulas/result.ts';
import type { Entity, Pack } from '../sheets-templates/schema.ts';
import { newId } from './new-id.ts';
import { type DataRecord, type Json, type ProjectJson, type Settings, settingsSchema } from './types.ts';
import { isJsonObject } from './value.ts';

/**
 * Why a 数据文件 cannot be opened. `not-a-project`: it has not the shape of one; `wrong-pack`: it belongs to another
 * pack; `bad-record`: a record or field is no record or text; `duplicate-id`: two records have one id. `path` leads to
 * the place (`records.person.3.name`), `detail` names the ids or packs.
 */
export interface ProjectError {
  readonly code: 'not-a-project' | 'wrong-pack' | 'bad-record' | 'duplicate-id';
  readonly path: string;
  readonly detail: string;
}

/** A 数据文件 taken apart. `rest` are the keys beside pack, settings and records. */
export interface OpenedProject {
  readonly settings: Settings;
  readonly records: ReadonlyMap<string, readonly DataRecord[]>;
  readonly rest: Readonly<Record<string, unknown>>;
}

type Opened<T> = Result<T, ProjectError>;

const fail = (
  code: ProjectError['code'],
  path: string,
  detail = '',
): { readonly ok: false; readonly error: ProjectError } => ({
  ok: false,
  error: { code, path, detail },
});

/** Checks the shape of a project's JSON. Numbers in text fields become texts, missing ids are made, unknown keys stay. */
export function readProject(pack: Pack, json: unknown): Opened<OpenedProject> {
  if (!isJsonObject(json)) return fail('not-a-project', '');
  const { pack: packId, settings: rawSettings, records: rawRecords, ...rest } = json;
  if (packId !== pack.id) {
    return typeof packId === 'string' ? fail('wrong-pack', 'pack', packId) : fail('not-a-project', 'pack');
  }
  const settings = settingsSchema.safeParse(rawSettings);
  if (!settings.success) {
    const [first] = settings.error.issues;
    return fail('not-a-project', ['settings', ...(first?.path ?? [])].join('.'), first?.message);
  }
  if (!isJsonObject(rawRecords)) return fail('not-a-project', 'records');
  const records = new Map<string, readonly DataRecord[]>();
  for (const [entity, list] of Object.entries(rawRecords)) {
    if (!Array.isArray(list)) return fail('not-a-project', `records.${entity}`);
    const read = readRecords(
      entity,
      list,
      pack.entities.find(({ key }) => key === entity),
    );
    if (!read.ok) return read;
    records.set(entity, read.value);
  }
  return { ok: true, value: { settings: settings.data, records, rest } };
}

function readRecords(entity: string, list: readonly Json[], spec: Entity | undefined): Opened<readonly DataRecord[]> {
  const records: DataRecord[] = [];
  const fields = new Map((spec?.fields ?? []).map(({ key, type }) => [key, type === 'integer' || type === 'number']));
  for (let at = 0; at < list.length; at++) {
    const read = readRecord(list[at], fields, `records.${entity}.`, at);
    if (!read.ok) return read;
    records.push(read.value);
  }
  const ids = new Set(records.map(({ id }) => id));
  if (ids.size === records.length) return { ok: true, value: records };
  const doubles = new Set(records.map(({ id }) => id).filter((id) => !ids.delete(id)));
  return fail('duplicate-id', `records.${entity}`, [...doubles].join(' '));
}

function isRecord(value: { readonly [key: string]: Json }): value is DataRecord {
  return typeof value.id === 'string' && value.id !== '';
}

/** @param fields per field whether it holds a number; the others hold text */
function readRecord(
  record: Json | undefined,
  fields: ReadonlyMap<string, boolean>,
  path: string,
  at: number,
): Opened<DataRecord> {
  if (!isJsonObject(record)) return fail('bad-record', `${path}${at}`);
  let mend = false;
  for (const key of Object.keys(record)) {
    const value = record[key];
    if (typeof value === 'string' && value !== '') continue;
    if (value === null) mend = true;
    else if (fields.has(key)) {
      if (typeof value === 'number' && fields.get(key)) continue;
      if (value !== '' && typeof value !== 'number') return fail('bad-record', `${path}${at}.${key}`);
      mend = true;
    }
  }
  if (!mend && isRecord(record)) return { ok: true, value: record };
  const { id: given } = record;
  if (given !== undefined && given !== null && typeof given !== 'string' && typeof given !== 'number') {
    return fail('bad-record', `${path}${at}.id`);
  }
  const id = given === undefined || given === null || given === '' ? newId() : String(given);
  const entries = Object.entries(record).flatMap(([key, value]): [string, Json][] => {
    if (value === null || (fields.has(key) && value === '')) return [];
    return [[key, fields.get(key) === false ? String(value) : value]];
  });
  return { ok: true, value: { ...Object.fromEntries(entries), id } };
}

/** The JSON of a project, with all keys that it came with. */
export function writeProject(
  pack: string,
  settings: Settings,
  records: Iterable<readonly [string, readonly DataRecord[]]>,
  rest: Readonly<Record<string, unknown>>,
): ProjectJson {
  return {
    ...rest,
    pack,
    settings,
    records: Object.fromEntries([...records].map(([entity, list]) => [entity, [...list]])),
  };
}
