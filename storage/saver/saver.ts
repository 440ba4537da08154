import type { StoreChange } from '../../records/store.contract.ts';
import type { Json } from '../../records/types.ts';
import { isRetriable, type StorageErrorCode } from '../error.ts';
import type { Storage } from '../storage.ts';
import type { LoadedProject, Place, ProjectMeta } from '../types.ts';
import { Pending, type SavedStore } from './pending.ts';
import { retryDelay } from './retry.ts';
import { Observable, type SaverStatus } from './status.ts';

/** After this much quiet, what the operating system still holds back is forced onto the disk. In milliseconds. */
const CHECKPOINT = 2_000;

export interface SaverOptions {
  /** Open read-only from the start: `read-only` (another tab is the writer). */
  readonly readOnly?: StorageErrorCode;
  /** Asked before every write; `false` means that another tab is the writer now. */
  readonly mayWrite?: () => boolean;
}

/** Keeps a project's database up to date with its store. Dispose it when the project is closed. */
export class Saver {
  readonly status: Observable<SaverStatus>;
  readonly #storage: Storage;
  readonly #store: SavedStore;
  readonly #pending: Pending;
  readonly #mayWrite: () => boolean;
  readonly #unsubscribe: (() => void)[] = [];
  /** The project's row as last acknowledged, and as last sent. */
  #meta: ProjectMeta;
  #sent: ProjectMeta;
  #at: Date | null;
  #stopped: StorageErrorCode | null;
  #failures = 0;
  #error: StorageErrorCode = 'unknown';
  #turn = 0;
  #writing: Promise<void> | null = null;
  /** Lets the write under way commit at once. */
  #hurry: AbortController | null = null;
  #scheduled = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #checkpoint: ReturnType<typeof setTimeout> | undefined;

  constructor(
    storage: Storage,
    loaded: LoadedProject,
    store: SavedStore & { subscribe(listener: (change: StoreChange) => void): () => void },
    options: SaverOptions,
  ) {
    this.#storage = storage;
    this.#store = store;
    this.#meta = loaded.meta;
    this.#sent = loaded.meta;
    this.#at = new Date(loaded.meta.updatedAt);
    this.#mayWrite = options.mayWrite ?? (() => true);
    this.#stopped = loaded.damaged.length > 0 ? 'damaged-data' : (options.readOnly ?? null);
    this.#pending = new Pending(loaded.order);
    this.status = new Observable(this.#describe());
    this.#unsubscribe.push(
      store.subscribe((change) => {
        this.#pending.add(change);
        this.#schedule();
      }),
      storage.beforeYield(() => this.flush()),
      storage.subscribe((event) => {
        if (event.kind === 'outdated') this.stop('outdated');
      }),
    );
  }

  /** The project's row as last acknowledged. */
  get meta(): ProjectMeta {
    return this.#meta;
  }

  /** Stores a sheet's layout with the next batch; `null` removes it. */
  layout(sheet: string, layout: Json | null): void {
    this.#pending.layout(sheet, layout);
    this.#schedule();
  }

  /** Stores where the clerk is with the next batch. Call it when the selection rests, not on every step. */
  place(place: Place): void {
    this.#pending.place(place);
    this.#schedule();
  }

  /**
   * Writes what is pending now; answers when it is acknowledged or has failed. Everything is handed over before this
   * returns, when nothing is being written.
   */
  async flush(): Promise<SaverStatus> {
    while (this.#stopped === null) {
      if (this.#writing) await this.#writing;
      else if (this.#pending.isDirty) await this.#write();
      else break;
      if (this.#failures > 0) break;
    }
    return this.status.get();
  }

  /**
   * For `pagehide`: hands what is pending to the browser before it returns and commits at once, even while an earlier
   * write is under way.
   */
  flushOnLeave(): void {
    if (this.#stopped !== null) return;
    this.#hurry?.abort();
    // What is under way was given up, or its answer may never be heard: it is sent once more, together with the rest.
    this.#pending.failed();
    if (this.#pending.isDirty) void this.#write(true);
  }

  /** Tries again at once instead of waiting for the next turn. */
  retry(): Promise<SaverStatus> {
    return this.flush();
  }

  /** Writes nothing from now on; what is pending stays counted. Flush before, where it is still allowed. */
  stop(reason: StorageErrorCode): void {
    if (this.#stopped !== null) return;
    this.#stopped = reason;
    clearTimeout(this.#retry);
    clearTimeout(this.#checkpoint);
    this.#publish();
  }

  /** Writes what is pending and lets go of the store. */
  async dispose(): Promise<void> {
    await this.flush();
    for (const end of this.#unsubscribe) end();
    clearTimeout(this.#retry);
    clearTimeout(this.#checkpoint);
  }

  #schedule(): void {
    this.#publish();
    if (this.#scheduled || this.#writing || this.#stopped !== null || this.#failures > 0) return;
    this.#scheduled = true;
    // One batch per task: what a paste or a wizard applies in a row goes together.
    queueMicrotask(() => {
      this.#scheduled = false;
      if (!this.#writing && this.#pending.isDirty) void this.#write();
    });
  }

  #write(closing = false): Promise<void> {
    if (this.#stopped !== null) return Promise.resolve();
    if (!this.#mayWrite()) {
      this.stop('taken-over');
      return Promise.resolve();
    }
    clearTimeout(this.#retry);
    clearTimeout(this.#checkpoint);
    const batch = this.#pending.take(this.#store, closing ? this.#sent : this.#meta, Date.now());
    const turn = ++this.#turn;
    const hurry = new AbortController();
    this.#hurry = hurry;
    this.#sent = batch.meta;
    const durability = closing ? 'strict' : 'relaxed';
    const sent = this.#storage.write(batch, { durability, closing, hurry: hurry.signal });
    this.#writing = sent.then((answer) => {
      if (answer.ok && batch.meta.rev > this.#meta.rev) this.#meta = batch.meta;
      // A later write has taken over what this one carried.
      if (turn !== this.#turn) return;
      this.#writing = null;
      this.#hurry = null;
      this.#sent = this.#meta;
      if (answer.ok) {
        this.#pending.done();
        this.#at = new Date(batch.meta.updatedAt);
        this.#failures = 0;
        this.#checkpoint = setTimeout(() => this.#force(), CHECKPOINT);
      } else {
        this.#pending.failed();
        this.#fail(answer.error.code);
      }
      this.#publish();
      if (answer.ok && this.#pending.isDirty) this.#schedule();
    });
    this.#publish();
    return this.#writing;
  }

  #fail(code: StorageErrorCode): void {
    if (!isRetriable(code)) {
      this.stop(code);
      return;
    }
    this.#failures++;
    this.#error = code;
    this.#retry = setTimeout(() => void this.flush(), retryDelay(this.#failures));
  }

  /** A strict write of the project's row: what was written relaxed before it is then on the disk, too. */
  #force(): void {
    if (this.#writing || this.#pending.isDirty || this.#stopped !== null || !this.#mayWrite()) return;
    const meta = { ...this.#meta, rev: this.#meta.rev + 1 };
    const batch = { meta, puts: [], deletes: [], layouts: new Map(), place: null };
    const turn = ++this.#turn;
    this.#sent = meta;
    this.#writing = this.#storage.write(batch, { durability: 'strict' }).then((answer) => {
      if (answer.ok && meta.rev > this.#meta.rev) this.#meta = meta;
      if (turn !== this.#turn) return;
      this.#writing = null;
      this.#sent = this.#meta;
      if (!answer.ok && !isRetriable(answer.error.code)) this.stop(answer.error.code);
      // What it was to force out is acknowledged already; it is only tried again.
      else if (!answer.ok) this.#checkpoint = setTimeout(() => this.#force(), CHECKPOINT);
      if (this.#pending.isDirty) this.#schedule();
    });
  }

  #publish(): void {
    this.status.set(this.#describe());
  }

  #describe(): SaverStatus {
    const pending = this.#pending.size;
    const base = { at: this.#at, pending };
    if (this.#stopped !== null) return { ...base, state: 'read-only', error: this.#stopped };
    if (this.#failures > 0) return { ...base, state: 'failed', error: this.#error };
    return { ...base, state: pending > 0 ? 'saving' : 'saved' };
  }
}

/**
 * Keeps `loaded` up to date with `store`: every applied patch is written at once, only the rows that changed, in one
 * transaction per task. A failed write is shown in `status`, kept, and tried again; a project with damaged rows is
 * never written.
 */
export function createSaver(
  storage: Storage,
  loaded: LoadedProject,
  store: SavedStore & { subscribe(listener: (change: StoreChange) => void): () => void },
  options: SaverOptions = {},
): Saver {
  return new Saver(storage, loaded, store, options);
}
