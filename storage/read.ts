import type { DataRecord, Json, ProjectJson } from '../records/types.ts';
import { Refusal } from './error.ts';
import { parseLayout, parseMeta, parsePlace, parseRecord, salvageMeta } from './rows.ts';
import type { Database, Store } from './schema.ts';
import { SharedTexts } from './shared-texts.ts';
import type { Damaged, LoadedProject, RecordRow } from './types.ts';

/** Every key that begins with the project's id: an array sorts after any text. */
export function rangeOf(project: string): IDBKeyRange {
  return IDBKeyRange.bound([project], [project, []]);
}

/** A project's rows as they stand, unparsed, from one moment. @throws Refusal `project-missing`. */
export async function readRaw(db: Database, id: string) {
  const stores: Store[] = ['projects', 'records', 'layouts', 'place', 'quarantine'];
  const tx = db.transaction(stores, 'readonly');
  const [project, records, layouts, place, quarantine] = await Promise.all([
    tx.objectStore('projects').get(id),
    tx.objectStore('records').getAll(rangeOf(id)),
    tx.objectStore('layouts').getAll(rangeOf(id)),
    tx.objectStore('place').get(id),
    tx.objectStore('quarantine').index('project').getAll(id),
  ]);
  if (project === undefined) throw new Refusal('project-missing');
  return { project, records, layouts, place, quarantine };
}
export type RawProject = Awaited<ReturnType<typeof readRaw>>;

/**
 * Parses a project row by row. What does not parse is in `damaged`, everything else is there.
 * @param today stands for a reference date that cannot be read; date-only text
 */
export function parseProject(id: string, raw: RawProject, today: string): LoadedProject {
  const damaged: Damaged[] = [];
  const parsedMeta = parseMeta(raw.project);
  if (!parsedMeta.ok) damaged.push({ store: 'projects', key: id, reason: parsedMeta.reason, raw: raw.project });
  const meta = parsedMeta.ok ? parsedMeta.value : salvageMeta(id, raw.project, today);

  const rows = new Map<string, RecordRow[]>();
  const shared = new SharedTexts();
  for (const row of raw.records) {
    const parsed = parseRecord(row);
    if (!parsed.ok) {
      damaged.push({ store: 'records', key: keyOf(row, ['project', 'entity', 'id']), reason: parsed.reason, raw: row });
      continue;
    }
    shared.share(parsed.value.data);
    const list = rows.get(parsed.value.entity);
    if (list) list.push(parsed.value);
    else rows.set(parsed.value.entity, [parsed.value]);
  }
  const records: Record<string, DataRecord[]> = {};
  const order = new Map<string, readonly (readonly [string, number])[]>();
  for (const [entity, list] of rows) {
    list.sort((a, b) => a.rank - b.rank);
    records[entity] = list.map((row) => row.data);
    order.set(
      entity,
      list.map((row) => [row.id, row.rank] as const),
    );
  }

  const layouts = new Map<string, Json>();
  for (const row of raw.layouts) {
    const parsed = parseLayout(row);
    if (parsed.ok) layouts.set(parsed.value.sheet, parsed.value.layout);
    else damaged.push({ store: 'layouts', key: keyOf(row, ['project', 'sheet']), reason: parsed.reason, raw: row });
  }
  const place = parsePlace(raw.place);
  if (!place.ok) damaged.push({ store: 'place', key: id, reason: place.reason, raw: raw.place });

  const project: ProjectJson = { ...meta.extra, pack: meta.pack, settings: meta.settings, records };
  return { id, meta, project, layouts, place: place.ok ? place.value : null, order, damaged };
}

/** The key of a row by its key path; every part is there, or the row could not have been stored. */
function keyOf(row: unknown, path: readonly string[]): IDBValidKey {
  const fields: ReadonlyMap<string, unknown> = new Map(Object.entries(row ?? {}));
  return path.map((part) => {
    const value = fields.get(part);
    return typeof value === 'number' || value instanceof Date ? value : String(value);
  });
}
