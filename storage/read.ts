import type { DataRecord, Json, ProjectJson } from '../records/types.ts';
import { Refusal } from './error.ts';
import { keyOf } from './key-of.ts';
import { BLOCK_KEY, RecordReader } from './record-reader.ts';
import { parseLayout, parseMeta, parsePlace, salvageMeta } from './rows.ts';
import type { Database, Store } from './schema.ts';
import type { Damaged, EntityOrder, LoadedProject } from './types.ts';

/** Every key that begins with the project's id: an array sorts after any text. */
export function rangeOf(project: string): IDBKeyRange {
  return IDBKeyRange.bound([project], [project, []]);
}

/** Blocks that are read together: while they are gone through, the browser reads the next ones. */
const TOGETHER = 32;

/** A project's rows as they stand, unparsed, from one moment. @throws Refusal `project-missing`. */
export async function readRaw(db: Database, id: string) {
  const blocks: unknown[] = [];
  const rest = await readRows(db, id, (read) => void blocks.push(...read));
  return { ...rest, blocks };
}
export type RawProject = Awaited<ReturnType<typeof readRaw>>;

/** Reads a project's rows from one moment; its blocks of records, in the order of their keys, as they come. */
async function readRows(db: Database, id: string, take: (blocks: readonly unknown[]) => void) {
  const stores: Store[] = ['projects', 'blocks', 'layouts', 'place', 'quarantine'];
  const tx = db.transaction(stores, 'readonly');
  const others = Promise.all([
    tx.objectStore('projects').get(id),
    tx.objectStore('layouts').getAll(rangeOf(id)),
    tx.objectStore('place').get(id),
    tx.objectStore('quarantine').index('project').getAll(id),
  ]);
  // Heard below; a failure of the records must not leave this one unheard.
  others.catch(() => undefined);
  const store = tx.objectStore('blocks');
  let asked: Promise<readonly unknown[]> | null = store.getAll(rangeOf(id), TOGETHER);
  while (asked !== null) {
    const blocks: readonly unknown[] = await asked;
    // The next ones are asked for before these are gone through.
    const behind = blocks.length < TOGETHER ? null : IDBKeyRange.bound(keyOf(blocks.at(-1), BLOCK_KEY), [id, []], true);
    asked = behind === null ? null : store.getAll(behind, TOGETHER);
    take(blocks);
  }
  const [project, layouts, place, quarantine] = await others;
  if (project === undefined) throw new Refusal('project-missing');
  return { project, layouts, place, quarantine };
}

/**
 * Reads a project and parses it record by record, as they come. What does not parse is in `damaged`, everything else is
 * there.
 * @param today stands for a reference date that cannot be read; date-only text
 * @throws Refusal `project-missing`.
 */
export async function readProject(db: Database, id: string, today: string): Promise<LoadedProject> {
  const records = new RecordReader();
  const rest = await readRows(db, id, (blocks) => records.add(blocks));
  return assemble(id, rest, records, today);
}

/** As `readProject`, of rows that were read before. */
export function parseProject(id: string, raw: RawProject, today: string): LoadedProject {
  const records = new RecordReader();
  records.add(raw.blocks);
  return assemble(id, raw, records, today);
}

function assemble(id: string, raw: Omit<RawProject, 'blocks'>, read: RecordReader, today: string): LoadedProject {
  const damaged: Damaged[] = [];
  const parsedMeta = parseMeta(raw.project);
  if (!parsedMeta.ok) damaged.push({ store: 'projects', key: id, reason: parsedMeta.reason, raw: raw.project });
  const meta = parsedMeta.ok ? parsedMeta.value : salvageMeta(id, raw.project, today);
  damaged.push(...read.damaged);
  const records: Record<string, DataRecord[]> = {};
  const order = new Map<string, EntityOrder>();
  for (const [entity, list, places] of read.sorted()) {
    records[entity] = list;
    order.set(entity, places);
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
