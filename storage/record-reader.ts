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
  readonly rows: RecordRow[] = [];
  readonly blocks: number[] = [];
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
    entity.rows.push(row);
    entity.blocks.push(block);
    return null;
  }

  /** What was read, by entity in the stored order. */
  *sorted(): Iterable<readonly [entity: string, records: DataRecord[], order: EntityOrder]> {
    for (const [entity, { rows, blocks }] of this.#entities) {
      const at = rows.map((_, i) => i);
      // Mostly they come as they stand.
      const stands = rows.every((row, i) => i === 0 || row.rank >= (rows[i - 1]?.rank ?? 0));
      if (!stands) at.sort((a, b) => (rows[a]?.rank ?? 0) - (rows[b]?.rank ?? 0));
      const ordered = stands ? rows : at.flatMap((i) => rows[i] ?? []);
      const order = {
        ids: ordered.map((row) => row.id),
        ranks: ordered.map((row) => row.rank),
        blocks: stands ? blocks : at.map((i) => blocks[i] ?? 0),
      };
      yield [entity, ordered.map((row) => row.data), order];
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
