import type { DataRecord } from '../records/types.ts';
import { keyOf } from './key-of.ts';
import { parseBlock, parseRecord } from './rows.ts';
import { SharedTexts } from './shared-texts.ts';
import type { Damaged, EntityOrder, RecordRow } from './types.ts';

/** What a block's key is made of. */
export const BLOCK_KEY = ['project', 'entity', 'block'] as const;

/** The records of an entity as they are read, with the block of each. */
class Entity {
  readonly ids = new Set<string>();
  readonly rows: { readonly row: RecordRow; readonly block: number }[] = [];
}

/** Takes blocks in, in whatever order they come. */
export class RecordReader {
  readonly damaged: Damaged[] = [];
  readonly #entities = new Map<string, Entity>();
  readonly #shared = new SharedTexts();

  add(blocks: readonly unknown[]): void {
    for (const raw of blocks) {
      const parsed = parseBlock(raw);
      if (!parsed.ok) {
        this.damaged.push({ store: 'blocks', key: keyOf(raw, BLOCK_KEY), reason: parsed.reason, raw });
        continue;
      }
      const { entity, block, rows } = parsed.value;
      const known = this.#entity(entity);
      for (const [at, row] of rows.entries()) {
        const reason = this.#take(known, block, row);
        if (reason) this.damaged.push({ store: 'blocks', key: keyOf(raw, BLOCK_KEY), at, reason, raw: row });
      }
    }
  }

  /** Why a row cannot be used; null when it was taken. */
  #take(entity: Entity, block: number, raw: unknown): Damaged['reason'] | null {
    const parsed = parseRecord(raw);
    if (!parsed.ok) return parsed.reason;
    const row = parsed.value;
    // Nothing writes a record into two blocks; were it so, neither may be taken for the other.
    if (entity.ids.has(row.id)) return 'bad-key';
    entity.ids.add(row.id);
    this.#shared.share(row.data);
    entity.rows.push({ row, block });
    return null;
  }

  /** What was read, by entity in the stored order. */
  *sorted(): Iterable<readonly [entity: string, records: DataRecord[], order: EntityOrder]> {
    for (const [entity, { rows }] of this.#entities) {
      rows.sort((a, b) => a.row.rank - b.row.rank);
      const order = {
        ids: rows.map(({ row }) => row.id),
        ranks: rows.map(({ row }) => row.rank),
        blocks: rows.map(({ block }) => block),
      };
      yield [entity, rows.map(({ row }) => row.data), order];
    }
  }

  #entity(name: string): Entity {
    let entity = this.#entities.get(name);
    if (!entity) {
      entity = new Entity();
      this.#entities.set(name, entity);
    }
    return entity;
  }
}
