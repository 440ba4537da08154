/**
 * How many records are stored together. One read for each record costs some 15 µs in a browser, which 100,000 people
 * feel; an edit writes its whole block, which nobody feels at this size (some 50 KB).
 */
export const BLOCK_SIZE = 128;

/** Records of one entity that are stored together, in no particular order. */
export interface Block {
  readonly number: number;
  readonly ids: string[];
}

/** Which records of one entity are stored together: a record stays in its block for as long as it lives. */
export class Blocks {
  readonly #blocks = new Map<number, Block>();
  /** The one that takes newcomers in. */
  #last: Block | null = null;

  /** Puts a record where it is stored; `block` as read, an integer. */
  restore(id: string, block: number): Block {
    let found = this.#blocks.get(block);
    if (!found) found = this.#begin(block);
    found.ids.push(id);
    return found;
  }

  /** Finds room for a new record. */
  add(id: string): Block {
    let block = this.#last;
    if (!block || block.ids.length >= BLOCK_SIZE) block = this.#begin((block?.number ?? -1) + 1);
    block.ids.push(id);
    return block;
  }

  #begin(number: number): Block {
    const block: Block = { number, ids: [] };
    this.#blocks.set(number, block);
    if (!this.#last || number > this.#last.number) this.#last = block;
    return block;
  }
}

/** Takes a record out of its block. @throws Error when it is not in there */
export function leave(block: Block, id: string): void {
  const at = block.ids.indexOf(id);
  if (at < 0) throw new Error(`not in its block: ${id}`);
  block.ids.splice(at, 1);
}
