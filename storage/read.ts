import type { DataRecord, Json, ProjectJson } from '../records/types.ts';
import { Refusal } from './error.ts';
import { parseLayout, parseMeta, parsePlace, parseRecord, salvageMeta } from './rows.ts';
import type { Database, Store } from './schema.ts';
import { SharedTexts } from './shared-texts.ts';
import type { Damaged, LoadedProject, RecordRow } from './types.ts';

const RECORD_KEY = ['project', 'entity', 'id'] as const;

/** Every key that begins with the project's id: an array sorts after any text. */
export function rangeOf(project: string): IDBKeyRange {
  return IDBKeyRange.bound([project], [project, []]);
}

/** Rows that are read together: while they are gone through, the browser reads the next ones. */
const TOGETHER = 4_000;

/** A project's rows as they stand, unparsed, from one moment. @throws Refusal `project-missing`. */
export async function readRaw(db: Database, id: string) {
  const records: unknown[] = [];
  const rest = await readRows(db, id, (rows) => {
    for (const row of rows) records.push(row);
  });
  return { ...rest, records };
}
export type RawProject = Awaited<ReturnType<typeof readRaw>>;

/** Reads a project's rows from one moment; its records, in the order of their keys, as they come. */
async function readRows(db: Database, id: string, take: (records: readonly unknown[]) => void) {
  const stores: Store[] = ['projects', 'records', 'layouts', 'place', 'quarantine'];
  const tx = db.transaction(stores, 'readonly');
  const others = Promise.all([
    tx.objectStore('projects').get(id),
    tx.objectStore('layouts').getAll(rangeOf(id)),
    tx.objectStore('place').get(id),
    tx.objectStore('quarantine').index('project').getAll(id),
  ]);
  // Heard below; a failure of the records must not leave this one unheard.
  others.catch(() => undefined);
  const records = tx.objectStore('records');
  let asked: Promise<readonly unknown[]> | null = records.getAll(rangeOf(id), TOGETHER);
  while (asked !== null) {
    const rows: readonly unknown[] = await asked;
    // The next ones are asked for before these are gone through.
    const behind = rows.length < TOGETHER ? null : IDBKeyRange.bound(keyOf(rows.at(-1), RECORD_KEY), [id, []], true);
    asked = behind === null ? null : records.getAll(behind, TOGETHER);
    take(rows);
  }
  const [project, layouts, place, quarantine] = await others;
  if (project === undefined) throw new Refusal('project-missing');
  return { project, layouts, place, quarantine };
}

/**
 * Reads a project and parses it row by row, as the rows come. What does not parse is in `damaged`, everything else is
 * there.
 * @param today stands for a reference date that cannot be read; date-only text
 * @throws Refusal `project-missing`.
 */
export async function readProject(db: Database, id: string, today: string): Promise<LoadedProject> {
  const records = new RecordReader();
  const rest = await readRows(db, id, (rows) => records.add(rows));
  return assemble(id, rest, records, today);
}

/** As `readProject`, of rows that were read before. */
export function parseProject(id: string, raw: RawProject, today: string): LoadedProject {
  const records = new RecordReader();
  records.add(raw.records);
  return assemble(id, raw, records, today);
}

/** Takes records in, in whatever order they come. */
class RecordReader {
  readonly rows = new Map<string, RecordRow[]>();
  readonly damaged: Damaged[] = [];
  readonly #shared = new SharedTexts();

  add(rows: readonly unknown[]): void {
    for (const row of rows) {
      const parsed = parseRecord(row);
      if (!parsed.ok) {
        this.damaged.push({ store: 'records', key: keyOf(row, RECORD_KEY), reason: parsed.reason, raw: row });
        continue;
      }
      this.#shared.share(parsed.value.data);
      const list = this.rows.get(parsed.value.entity);
      if (list) list.push(parsed.value);
      else this.rows.set(parsed.value.entity, [parsed.value]);
    }
  }
}

function assemble(id: string, raw: Omit<RawProject, 'records'>, read: RecordReader, today: string): LoadedProject {
  const damaged: Damaged[] = [];
  const parsedMeta = parseMeta(raw.project);
  if (!parsedMeta.ok) damaged.push({ store: 'projects', key: id, reason: parsedMeta.reason, raw: raw.project });
  const meta = parsedMeta.ok ? parsedMeta.value : salvageMeta(id, raw.project, today);
  damaged.push(...read.damaged);
  const records: Record<string, DataRecord[]> = {};
  const order = new Map<string, readonly (readonly [string, number])[]>();
  for (const [entity, list] of read.rows) {
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
