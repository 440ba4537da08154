import type { StoreChange } from '../../records/store.contract.ts';
import type { DataRecord, Json } from '../../records/types.ts';
import type { Block } from '../blocks.ts';
import { RankList } from '../rank-list.ts';
import type { EntityOrder, Place, ProjectMeta, RecordRow, StoredOrder, WriteBatch } from '../types.ts';

/** The part of the record store that saving needs. */
export interface SavedStore {
  readonly settings: ProjectMeta['settings'];
  get(entity: string, id: string): DataRecord | undefined;
  readonly totals: { readonly inForce: ReadonlyMap<string, number> };
}

/** What is dirty: per entity the ids and the blocks that they are or were in, and what else changed since the last acknowledged write. */
interface Dirty {
  readonly records: Map<string, Set<string>>;
  readonly blocks: Map<string, Set<Block>>;
  readonly layouts: Map<string, Json | null>;
  settings: boolean;
  place: Place | null;
}

const clean = (): Dirty => ({
  records: new Map(),
  blocks: new Map(),
  layouts: new Map(),
  settings: false,
  place: null,
});

/**
 * What has changed and is not yet acknowledged. Follows the store's patches, so the work of an edit is the edit alone;
 * what is written is read from the store at the moment of writing, so a failed write can simply be taken again.
 */
export class Pending {
  readonly #order = new Map<string, RankList>();
  #dirty = clean();
  /** Being written. */
  #sent: Dirty | null = null;

  constructor(order: StoredOrder) {
    for (const [entity, entries] of order) {
      const list = new RankList(entriesOf(entries));
      this.#order.set(entity, list);
      // Ranks that were equal or out of order are given anew, and written with the next edit.
      for (const id of list.settle()) this.#mark(entity, id);
    }
  }

  /** Rows that are not acknowledged. Where one last was is no work: a window that may only look loses nothing by it. */
  get size(): number {
    return sizeOf(this.#dirty) + (this.#sent ? sizeOf(this.#sent) : 0);
  }

  get isDirty(): boolean {
    return sizeOf(this.#dirty) > 0 || this.#dirty.place !== null;
  }

  /** Takes note of an applied patch. */
  add(change: StoreChange): void {
    for (const step of change.patch) {
      if (step.op === 'settings') this.#dirty.settings = true;
      else if (step.op === 'insert') this.#list(step.entity).insert(step.record.id, step.before);
      else if (step.op === 'remove') this.#remove(step.entity, step.id);
      else if (step.op === 'order') this.#reorder(step.entity, step.ids);
    }
    if (change.settingsChanged) this.#dirty.settings = true;
    for (const [entity, records] of change.touched) {
      for (const id of records.keys()) this.#mark(entity, id);
    }
  }

  layout(sheet: string, layout: Json | null): void {
    this.#dirty.layouts.set(sheet, layout);
  }

  place(place: Place): void {
    this.#dirty.place = place;
  }

  /** Everything dirty as one batch; from now on it counts as sent. `meta` is the row as last acknowledged. */
  take(store: SavedStore, meta: ProjectMeta, now: number): WriteBatch {
    for (const [entity, list] of this.#order) {
      for (const id of list.settle()) this.#mark(entity, id);
    }
    const sent = this.#dirty;
    this.#sent = sent;
    this.#dirty = clean();
    const puts: WriteBatch['puts'][number][] = [];
    const deletes: WriteBatch['deletes'][number][] = [];
    for (const [entity, blocks] of sent.blocks) {
      for (const { number: block, ids } of blocks) {
        const rows = this.#rows(store, entity, ids);
        if (rows.length === 0) deletes.push({ entity, block });
        else puts.push({ entity, block, rows });
      }
    }
    const counts = Object.fromEntries(store.totals.inForce);
    const next = { ...meta, settings: store.settings, counts, rev: meta.rev + 1, updatedAt: now };
    return { meta: next, puts, deletes, layouts: sent.layouts, place: sent.place };
  }

  /** The batch was acknowledged. */
  done(): void {
    this.#sent = null;
  }

  /** The batch was not written: it is dirty again, under whatever has changed since. */
  failed(): void {
    const sent = this.#sent;
    if (!sent) return;
    this.#sent = null;
    for (const [entity, ids] of sent.records) for (const id of ids) this.#mark(entity, id);
    for (const [entity, blocks] of sent.blocks) for (const block of blocks) addTo(this.#dirty.blocks, entity, block);
    for (const [sheet, layout] of sent.layouts) {
      if (!this.#dirty.layouts.has(sheet)) this.#dirty.layouts.set(sheet, layout);
    }
    this.#dirty.settings ||= sent.settings;
    this.#dirty.place ??= sent.place;
  }

  /** The store names no record as touched by a new order: which rows have to be written is known once they have ranks. */
  #reorder(entity: string, ids: readonly string[]): void {
    const list = this.#list(entity);
    list.reorder(ids);
    for (const id of list.settle()) this.#mark(entity, id);
  }

  /** Its block is written without it. */
  #remove(entity: string, id: string): void {
    this.#mark(entity, id);
    this.#list(entity).remove(id);
  }

  #mark(entity: string, id: string): void {
    addTo(this.#dirty.records, entity, id);
    const block = this.#list(entity).block(id);
    if (block) addTo(this.#dirty.blocks, entity, block);
  }

  #rows(store: SavedStore, entity: string, ids: readonly string[]): readonly RecordRow[] {
    const list = this.#list(entity);
    return ids.flatMap((id) => {
      const data = store.get(entity, id);
      return data === undefined ? [] : [{ id, rank: list.rank(id), data }];
    });
  }

  #list(entity: string): RankList {
    let list = this.#order.get(entity);
    if (!list) {
      list = new RankList();
      this.#order.set(entity, list);
    }
    return list;
  }
}

function addTo<T>(sets: Map<string, Set<T>>, entity: string, one: T): void {
  const set = sets.get(entity);
  if (set) set.add(one);
  else sets.set(entity, new Set([one]));
}

function* entriesOf({ ids, ranks, blocks }: EntityOrder): Iterable<readonly [string, number, number]> {
  for (const [at, id] of ids.entries()) yield [id, ranks[at] ?? Number.NaN, blocks[at] ?? 0];
}

function sizeOf(dirty: Dirty): number {
  let rows = dirty.layouts.size + (dirty.settings ? 1 : 0);
  for (const ids of dirty.records.values()) rows += ids.size;
  return rows;
}
