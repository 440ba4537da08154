import { BLOCK_SIZE } from '../blocks.ts';
import { isPlain } from '../is-json.ts';
import type { UpgradeTransaction } from '../schema.ts';
import type { Migration } from './types.ts';

/** Rows looked at in one go. */
const ROWS = 500;

/** Records are stored together, some hundred a row: reading each by itself is what opening a large project waited for. */
export const v3: Migration = {
  to: 3,
  async up(db, tx) {
    db.createObjectStore('blocks', { keyPath: ['project', 'entity', 'block'] });
    const filling = new Filling(tx);
    let range: IDBKeyRange | null = null;
    for (;;) {
      const rows: unknown[] = await tx.objectStore('records').getAll(range, ROWS);
      let last: unknown;
      for (const row of rows) {
        // Their key is made of them, so they are there.
        if (!isPlain(row)) continue;
        const { project, entity, ...rest } = row;
        await filling.add(project, entity, rest);
        last = [project, entity, row.id];
      }
      if (rows.length < ROWS) break;
      range = IDBKeyRange.lowerBound(last, true);
    }
    await filling.put();
    db.deleteObjectStore('records');
  },
};

/** The block that is being filled; rows come in the order of their keys, so those of an entity come together. */
class Filling {
  #project: unknown;
  #entity: unknown;
  #block = 0;
  #rows: unknown[] = [];

  constructor(private readonly tx: UpgradeTransaction) {}

  async add(project: unknown, entity: unknown, row: unknown): Promise<void> {
    if (project !== this.#project || entity !== this.#entity) {
      await this.put();
      this.#project = project;
      this.#entity = entity;
      this.#block = 0;
    }
    this.#rows.push(row);
    if (this.#rows.length === BLOCK_SIZE) await this.put();
  }

  async put(): Promise<void> {
    if (this.#rows.length === 0) return;
    const rows = this.#rows;
    this.#rows = [];
    const block = { project: this.#project, entity: this.#entity, block: this.#block++, rows };
    await this.tx.objectStore('blocks').put?.(block);
  }
}
