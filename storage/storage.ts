import { localDay } from '../formulas/calendar.ts';
import type { NamedPhoto } from '../records/photo/data-file.ts';
import type { Json, ProjectJson } from '../records/types.ts';
import { Connection } from './connection.ts';
import { type Answer, failure } from './error.ts';
import { addExport, listExports } from './export-log.ts';
import { isPlain } from './is-json.ts';
import { MIGRATIONS } from './migrations/all.ts';
import type { Migration } from './migrations/types.ts';
import { newProjectId } from './new-project.ts';
import { keepPhoto, readPhoto, sweepPhotos } from './photos.ts';
import { createProject, deleteProject, listProjects } from './projects.ts';
import { rawParts } from './raw-parts.ts';
import { readProject } from './read.ts';
import { exportRow } from './rows.ts';
import { DATABASE, type Database } from './schema.ts';
import { setAside } from './set-aside.ts';
import type {
  Damaged,
  ExportEntry,
  LoadedProject,
  ProjectListing,
  StorageEvent,
  WriteBatch,
  WriteOptions,
} from './types.ts';
import { writeBatch } from './write.ts';

export interface StorageOptions {
  /** Name of the database; the tests use their own. */
  readonly name?: string;
  readonly migrations?: readonly Migration[];
  /** Heard from the start, so that `blocked` during the first opening is heard too. */
  readonly onEvent?: (event: StorageEvent) => void;
}

/** The projects of this browser. Nothing here throws: every failure is an answer with a code of `error.ts`. */
export class Storage {
  readonly #connection: Connection;
  readonly #listeners = new Set<(event: StorageEvent) => void>();
  readonly #yielders = new Set<() => Promise<unknown>>();

  constructor(options: StorageOptions = {}) {
    if (options.onEvent) this.#listeners.add(options.onEvent);
    this.#connection = new Connection(
      options.name ?? DATABASE,
      options.migrations ?? MIGRATIONS,
      (event) => {
        for (const listener of this.#listeners) listener(event);
      },
      async () => {
        await Promise.allSettled([...this.#yielders].map((yielder) => yielder()));
      },
    );
  }

  /** Opens the database now, migrating it if need be; everything else opens it by itself. */
  open(): Promise<Answer> {
    return this.#run(async () => ({}));
  }

  /** The stored projects, the last saved first; those that no longer parse at the end, with `meta` null. */
  list(): Promise<Answer<{ readonly projects: readonly ProjectListing[] }>> {
    return this.#run(async (db) => ({ projects: await listProjects(db) }));
  }

  /**
   * Stores a new project, on the disk before it answers.
   * @param json with an id in every record (`store.toJson()`)
   * @param name shown in the list; county and unit without it
   * @param photos that the records name by reference
   * @throws TypeError for records without or with the same id
   */
  create(json: ProjectJson, name?: string, photos: readonly NamedPhoto[] = []): Promise<Answer<LoadedProject>> {
    const title = name ?? `${json.settings.county}${json.settings.unit}`;
    return this.#run((db) => createProject(db, newProjectId(), title, json, photos));
  }

  /** Reads a project. Rows that no longer parse are in `damaged` and never block the others. */
  load(id: string): Promise<Answer<LoadedProject>> {
    return this.#run((db) => readProject(db, id, localDay()));
  }

  /** Keeps a photo, before a record names it. */
  keepPhoto(project: string, photo: NamedPhoto): Promise<Answer> {
    return this.#run(async (db) => {
      await keepPhoto(db, project, photo);
      return {};
    });
  }

  /** A photo that a record names; null when it is not there. */
  photo(project: string, sha256: string): Promise<Answer<{ readonly photo: NamedPhoto | null }>> {
    return this.#run(async (db) => ({ photo: await readPhoto(db, project, sha256) }));
  }

  /** Removes the photos that nothing wants any more; when, see `sweepPhotos`. */
  sweepPhotos(loaded: LoadedProject): Promise<Answer<{ readonly removed: number }>> {
    return this.#run(async (db) => ({ removed: await sweepPhotos(db, loaded) }));
  }

  /** Everything stored of a project as it stands, readable JSON in pieces, for the file of raw data. */
  raw(id: string): Promise<Answer<{ readonly parts: readonly string[] }>> {
    return this.#run(async (db) => ({ parts: await rawParts(db, id) }));
  }

  /** Removes a project and all that belongs to it; its export log stays. */
  remove(id: string): Promise<Answer> {
    return this.#run(async (db) => {
      await deleteProject(db, id);
      return {};
    });
  }

  /** Moves damaged rows, whole, into the quarantine, so that the project can be written again. Nothing is lost. */
  quarantine(id: string, damaged: readonly Damaged[]): Promise<Answer> {
    return this.#run(async (db) => {
      await setAside(db, id, damaged);
      return {};
    });
  }

  /** Writes a batch whole or not at all; see `createSaver`. With an open database, everything is sent before this returns. */
  write(batch: WriteBatch, options: WriteOptions): Promise<Answer> {
    return this.#run(async (db) => {
      await writeBatch(db, batch, options);
      return {};
    });
  }

  /** Adds a line to the export log. @throws ZodError for a line that is none. */
  logExport(entry: ExportEntry): Promise<Answer> {
    const line = exportRow.parse(entry);
    return this.#run(async (db) => {
      await addExport(db, line);
      return {};
    });
  }

  /** The export log, newest first, of one project or all. */
  exports(project?: string): Promise<Answer<{ readonly entries: readonly ExportEntry[] }>> {
    return this.#run(async (db) => ({ entries: await listExports(db, project) }));
  }

  /** One of the program's own notes; `value` undefined when there is none. */
  note(key: string): Promise<Answer<{ readonly value: unknown }>> {
    return this.#run(async (db) => {
      const row = await db.get('system', key);
      return { value: isPlain(row) ? row.value : undefined };
    });
  }

  /** Keeps a note of the program's own. */
  setNote(key: string, value: Json): Promise<Answer> {
    return this.#run(async (db) => {
      await db.put('system', { key, value });
      return {};
    });
  }

  subscribe(listener: (event: StorageEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What is awaited before the database is given up for a newer program: the place to write what is pending. */
  beforeYield(yielder: () => Promise<unknown>): () => void {
    this.#yielders.add(yielder);
    return () => this.#yielders.delete(yielder);
  }

  close(): void {
    this.#connection.close();
  }

  async #run<T extends object>(work: (db: Database) => Promise<T>): Promise<Answer<T>> {
    let db: Database | null = null;
    try {
      db = this.#connection.current ?? (await this.#connection.open());
      return { ok: true, ...(await work(db)) };
    } catch (thrown) {
      if (thrown instanceof TypeError) throw thrown;
      const failed = failure(thrown);
      if (db && failed.error.code === 'connection-closed') this.#connection.forget(db);
      return failed;
    }
  }
}
