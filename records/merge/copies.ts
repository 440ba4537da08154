import type { RecordStore } from '../store.contract.ts';
import type { DataRecord } from '../types.ts';
import { type Directory, nameOf, push } from './directory.ts';
import { agree, stored } from './facts.ts';
import type { Facts, SourceRow } from './types.ts';
import { objectOf } from './variants.ts';

/** Of two rows without a usable ID number one is a copy when they share this many texts, or all that either has. */
const ENOUGH = 4;

/** What copies are looked for in. */
export interface CopySpace {
  readonly sources: readonly SourceRow[];
  readonly facts: readonly Facts[];
  readonly store: RecordStore;
  readonly entity: string;
  readonly directory: Directory;
  readonly fields: readonly string[];
}

/**
 * Finds copies among people without a usable ID number: equal wherever both say something, and enough of it. Two such
 * rows on one sheet may be two people: a sheet's second finds the other sheet's second.
 */
export class Copies {
  readonly #space: CopySpace;
  readonly #byName = new Map<string, { key: string; facts: Facts; files: Set<string> }[]>();
  readonly #taken = new Map<string, Set<string>>();
  /** Records equal to the last cell are given away first, or a row with a blank cell could take its neighbour's. */
  readonly #equal = new Map<number, string>();

  constructor(space: CopySpace, rows: readonly number[]) {
    this.#space = space;
    for (const at of rows) {
      const id = this.#find(at, true);
      if (id !== undefined) this.#equal.set(at, id);
    }
  }

  /** The key of the group that a row belongs to. */
  keyOf(at: number): string {
    const { row, facts, sheet } = this.#row(at);
    const name = nameOf(row.record);
    const equal = this.#equal.get(at);
    const groups = this.#byName.get(name) ?? [];
    for (const group of equal === undefined ? groups : groups.filter(({ key }) => key === `record:${equal}`)) {
      if (equal === undefined && (group.files.has(sheet) || !agree(group.facts, facts) || !enough(group.facts, facts)))
        continue;
      group.files.add(sheet);
      return group.key;
    }
    const id = equal ?? this.#find(at, false);
    const key =
      id === undefined
        ? `row:${JSON.stringify([row.file, row.sheet, row.row, ...(row.part === undefined ? [] : [row.part])])}`
        : `record:${id}`;
    push(this.#byName, name, { key, facts, files: new Set([sheet]) });
    return key;
  }

  #row(at: number): { readonly row: SourceRow; readonly facts: Facts; readonly sheet: string } {
    const row = this.#space.sources[at];
    const facts = this.#space.facts[at];
    if (row === undefined || facts === undefined) throw new RangeError(`no source ${at}`);
    return { row, facts, sheet: JSON.stringify([row.file, row.sheet]) };
  }

  /** A record of the project that says the same; `strict`: a blank cell differs from a filled field. */
  #find(at: number, strict: boolean): string | undefined {
    const { store, entity, directory } = this.#space;
    const { row, facts, sheet } = this.#row(at);
    const said = [...facts].filter(([, text]) => text !== '');
    const asked = strict ? [...facts] : said;
    for (const id of directory.byName.get(nameOf(row.record)) ?? []) {
      const record = store.get(entity, id);
      const taken = this.#taken.get(id) ?? new Set();
      if (record === undefined || taken.has(sheet)) continue;
      if (asked.some(([key, text]) => stored(record, key) !== text)) continue;
      if (said.length < ENOUGH && said.length !== this.#texts(record)) continue;
      this.#taken.set(id, taken.add(sheet));
      return id;
    }
    return undefined;
  }

  #texts(record: DataRecord): number {
    const texts = this.#space.fields.filter((key) => stored(record, key) !== '');
    return texts.length + Object.keys(objectOf(record, 'extra')).length;
  }
}

function enough(left: Facts, right: Facts): boolean {
  const texts = (facts: Facts): number => [...facts.values()].filter((text) => text !== '').length;
  const shared = [...left].filter(([key, text]) => text !== '' && right.get(key) === text).length;
  return shared >= ENOUGH || (shared === texts(left) && shared === texts(right));
}
