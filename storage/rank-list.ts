import { type Block, Blocks, leave } from './blocks.ts';
import { longestIncreasing } from './longest-increasing.ts';

/** Distance between neighbours of a fresh list: 20 halvings before a gap is used up, room for 2³³ rows. */
export const STEP = 2 ** 20;
/** Average gap that an evened-out stretch must have, so that it is not used up again at once. */
const ROOMY = 2 ** 10;

interface Node {
  readonly id: string;
  readonly block: Block;
  rank: number | null;
  prev: Node | null;
  next: Node | null;
}

/**
 * The stored order of one entity's records: a linked list whose nodes carry whole-number ranks, ascending.
 * Inserting one row gives one row a rank; the neighbours keep theirs, so one row is written. Ranks are given late, in
 * `settle`, so that many rows at once are spread evenly over their gap instead of halving it row by row. It knows as well
 * which records are stored together.
 */
export class RankList {
  readonly #nodes = new Map<string, Node>();
  readonly #unranked = new Set<Node>();
  readonly #blocks = new Blocks();
  #head: Node | null = null;
  #tail: Node | null = null;

  /** @param entries ids with their stored ranks, ascending (equal or falling ranks are given anew), and their blocks */
  constructor(entries: Iterable<readonly [id: string, rank: number, block?: number]> = []) {
    let last = Number.NEGATIVE_INFINITY;
    for (const [id, stored, block] of entries) {
      const rank = stored > last && Number.isSafeInteger(stored) ? stored : null;
      this.#append(id, rank, block);
      if (rank !== null) last = rank;
    }
  }

  get size(): number {
    return this.#nodes.size;
  }

  has(id: string): boolean {
    return this.#nodes.has(id);
  }

  #append(id: string, rank: number | null, stored?: number): void {
    if (this.#nodes.has(id)) throw new Error(`already in the list: ${id}`);
    const block = stored === undefined ? this.#blocks.add(id) : this.#blocks.restore(id, stored);
    const node: Node = { id, block, rank, prev: this.#tail, next: null };
    this.#nodes.set(id, node);
    if (rank === null) this.#unranked.add(node);
    if (this.#tail) this.#tail.next = node;
    else this.#head = node;
    this.#tail = node;
  }

  /** Puts a new id before `before`, at the end without it. @throws Error when the id is there, or `before` is not. */
  insert(id: string, before?: string): void {
    if (before === undefined) {
      this.#append(id, null);
      return;
    }
    if (this.#nodes.has(id)) throw new Error(`already in the list: ${id}`);
    const next = this.#node(before);
    const node: Node = { id, block: this.#blocks.add(id), rank: null, prev: next.prev, next };
    this.#nodes.set(id, node);
    this.#unranked.add(node);
    if (node.prev) node.prev.next = node;
    else this.#head = node;
    next.prev = node;
  }

  /** @throws Error when the id is not there. */
  remove(id: string): void {
    const node = this.#node(id);
    this.#nodes.delete(id);
    this.#unranked.delete(node);
    leave(node.block, id);
    if (node.prev) node.prev.next = node.next;
    else this.#head = node.next;
    if (node.next) node.next.prev = node.prev;
    else this.#tail = node.prev;
  }

  /** Takes over a whole new order; as many rows as possible keep their rank. @throws Error when an id is not known. */
  reorder(ids: readonly string[]): void {
    const order = ids.map((id) => this.#node(id));
    if (new Set(ids).size !== this.#nodes.size) throw new Error('an order must name every id once');
    const ranked = order.filter((node) => node.rank !== null);
    const keep = new Set<Node>();
    for (const at of longestIncreasing(ranked.map((node) => node.rank ?? 0))) {
      const node = ranked[at];
      if (node) keep.add(node);
    }
    let prev: Node | null = null;
    for (const node of order) {
      node.prev = prev;
      node.next = null;
      if (prev) prev.next = node;
      else this.#head = node;
      if (!keep.has(node)) this.#forget(node);
      prev = node;
    }
    this.#tail = prev;
  }

  /** Gives a rank to every row that has none; answers the ids whose rank is new. Work: the rows concerned. */
  settle(): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const node of this.#unranked) {
      if (node.rank === null) this.#settleRun(node, changed);
    }
    this.#unranked.clear();
    return changed;
  }

  /** The rank of an id, after `settle`. @throws Error when it has none. */
  rank(id: string): number {
    const { rank } = this.#node(id);
    if (rank === null) throw new Error(`no rank yet: ${id}`);
    return rank;
  }

  /** What a record is stored together with; undefined when the id is not there. */
  block(id: string): Block | undefined {
    return this.#nodes.get(id)?.block;
  }

  /** Ids in order. */
  *[Symbol.iterator](): IterableIterator<string> {
    for (let node = this.#head; node; node = node.next) yield node.id;
  }

  #settleRun(start: Node, changed: Set<string>): void {
    let first = start;
    let last = start;
    let count = 1;
    const growLeft = (): boolean => {
      if (!first.prev) return false;
      first = first.prev;
      count++;
      return true;
    };
    const growRight = (): boolean => {
      if (!last.next) return false;
      last = last.next;
      count++;
      return true;
    };
    // The stretch must end at ranked rows or at the ends of the list, else a bound would be missing.
    const absorb = (): void => {
      while (first.prev && first.prev.rank === null) growLeft();
      while (last.next && last.next.rank === null) growRight();
    };
    absorb();
    let room = 1;
    // A used-up gap: take in neighbours, twice as many each time, until the stretch has room again.
    for (let more = 1; !this.#fits(first, last, count, room); more *= 2) {
      room = ROOMY;
      for (let i = 0; i < more; i++) {
        growLeft();
        growRight();
      }
      absorb();
    }
    this.#spread(first, last, count, changed);
  }

  #fits(first: Node, last: Node, count: number, room: number): boolean {
    const left = first.prev?.rank;
    const right = last.next?.rank;
    if (left === undefined && right === undefined) return true;
    if (right === undefined || right === null) return Number.isSafeInteger((left ?? 0) + STEP * (count + 1));
    if (left === undefined || left === null) return Number.isSafeInteger(right - STEP * (count + 1));
    return right - left >= (count + 1) * room;
  }

  #spread(first: Node, last: Node, count: number, changed: Set<string>): void {
    const left = first.prev?.rank ?? null;
    const right = last.next?.rank ?? null;
    let step = STEP;
    let rank = 0;
    if (left !== null && right !== null) step = Math.floor((right - left) / (count + 1));
    if (left !== null) rank = left + step;
    else if (right !== null) rank = right - step * count;
    for (let node: Node | null = first; node; node = node.next) {
      if (node.rank !== rank) changed.add(node.id);
      node.rank = rank;
      rank += step;
      if (node === last) break;
    }
  }

  #forget(node: Node): void {
    node.rank = null;
    this.#unranked.add(node);
  }

  #node(id: string): Node {
    const node = this.#nodes.get(id);
    if (!node) throw new Error(`not in the list: ${id}`);
    return node;
  }
}
