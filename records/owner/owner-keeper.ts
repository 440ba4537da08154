import { asText } from '../../formulas/value.ts';
import type { Evaluate } from '../compile.ts';
import type { Draft } from '../draft.ts';
import type { DataRecord, Json, Patch } from '../types.ts';
import { inForce, isJsonObject, textOf, withKeys } from '../value.ts';
import { candidates, findOwner, type Owners, type Says } from './find-owner.ts';
import type { OwnerBook } from './owner-book.ts';
import type { OwnerSpec } from './owner-spec.ts';

/** What a keeper asks of the store. */
export interface OwnerSource {
  readonly book: OwnerBook;
  owner(id: string): DataRecord | undefined;
  /** The owner's field as shown. */
  read(field: string): Evaluate;
}

/** Finds the owners of one entity's records when their names are typed. */
export class OwnerKeeper {
  readonly #spec: OwnerSpec;
  readonly #source: OwnerSource;
  readonly #owners: Owners;

  constructor(spec: OwnerSpec, source: OwnerSource) {
    this.#spec = spec;
    this.#source = source;
    const { name, number } = spec;
    this.#owners = {
      name,
      number,
      with: (field, text) => source.book.with(field, text),
      text: (id, field) => this.text(id, field),
      inForce: (id) => {
        const owner = source.owner(id);
        return owner !== undefined && inForce(owner);
      },
    };
  }

  /** An owner's field as shown. */
  text(id: string, field: string): string {
    const owner = this.#source.owner(id);
    return owner ? asText(this.#source.read(field)(owner)) : '';
  }

  /** Whether texts were typed by which the owner is looked for. */
  searchedBy(typed: Iterable<string>): boolean {
    const keys = new Set(typed);
    return !keys.has(this.#spec.parent) && [...this.#spec.search.keys()].some((key) => keys.has(key));
  }

  /** Takes the owner out of a draft, so that its fields read what was typed, not what the owner has. */
  loosen(draft: Draft): void {
    if (draft[this.#spec.parent] !== undefined) draft[this.#spec.parent] = '';
  }

  /**
   * What an edited record becomes when what was typed of its owner is taken for what it is: a search. Found, the record
   * belongs to that owner and keeps none of the texts; else it belongs to nobody and keeps them all.
   * @param current The record before, `undefined` for a new one.
   * @param next The record with the typed texts, normalised, loosened from its owner.
   * @param typed The fields that were typed.
   */
  settle(current: DataRecord | undefined, next: DataRecord, typed: ReadonlySet<string>): DataRecord {
    const { name, number, parent, search } = this.#spec;
    const bound = this.#owned(current);
    const shown = (key: string): string => (bound === undefined ? textOf(current?.[key]) : this.#shown(bound, key));
    const fresh = new Set([...search.keys()].filter((key) => typed.has(key) && textOf(next[key]) !== shown(key)));
    const renamed = bound !== undefined && [...fresh].some((key) => search.get(key) === name);
    if (bound !== undefined) {
      // What belongs to the owner comes back when it is cleared, unless somebody else is named with it: then it would be put
      // down to them. Without a name nobody is meant.
      for (const key of renamed ? [] : fresh) if (textOf(next[key]) === '') fresh.delete(key);
      if (fresh.size === 0) return this.#belonging(next, bound);
    } else if (fresh.size === 0) return withKeys(next, { [parent]: current?.[parent] ?? null });

    const says = new Map<string, string>();
    const hints = new Map<string, string>();
    const texts = new Map<string, string>();
    for (const [key, field] of search) {
      // The number that the row still shows is that of whoever it belonged to.
      const former = renamed && field === number && !fresh.has(key);
      const text = former ? '' : fresh.has(key) || bound === undefined ? textOf(next[key]) : shown(key);
      texts.set(key, text);
      if (text !== '') (bound === undefined || field === name || fresh.has(key) ? says : hints).set(field, text);
    }
    const nameless = bound !== undefined && !says.has(name);
    const found = nameless ? undefined : findOwner(this.#owners, says, hints);
    return found === undefined ? this.#ownerless(next, texts) : this.#belonging(next, found);
  }

  /** Who may be the owner of a record that has none. */
  candidates(record: DataRecord): readonly string[] {
    return candidates(this.#owners, this.#says(record));
  }

  /** The step that gives a record to an owner. */
  give(record: DataRecord, owner: string): Patch {
    const { entity, mirrors, parent } = this.#spec;
    const set: Record<string, Json> = { [parent]: owner };
    for (const key of mirrors.keys()) if (record[key] !== undefined) set[key] = null;
    const after = this.#belonging(record, owner);
    if (record.original !== undefined) set.original = after.original ?? null;
    return [{ op: 'update', entity, id: record.id, set }];
  }

  #owned(record: DataRecord | undefined): string | undefined {
    const id = record?.[this.#spec.parent];
    return typeof id === 'string' && this.#source.owner(id) ? id : undefined;
  }

  #shown(owner: string, key: string): string {
    const field = this.#spec.mirrors.get(key);
    return field === undefined ? '' : this.text(owner, field);
  }

  #says(record: DataRecord): Says {
    const says = new Map<string, string>();
    for (const [key, field] of this.#spec.search) {
      const text = textOf(record[key]);
      if (text !== '') says.set(field, text);
    }
    return says;
  }

  #belonging(record: DataRecord, owner: string): DataRecord {
    const { mirrors, parent } = this.#spec;
    const set: Record<string, Json> = { [parent]: owner };
    for (const key of mirrors.keys()) set[key] = null;
    const { original } = record;
    if (isJsonObject(original)) {
      const kept = Object.entries(original).filter(([key]) => !mirrors.has(key));
      set.original = kept.length === 0 ? null : Object.fromEntries(kept);
    }
    return withKeys(record, set);
  }

  #ownerless(record: DataRecord, texts: ReadonlyMap<string, string>): DataRecord {
    const set: Record<string, Json> = { [this.#spec.parent]: null };
    for (const [key, text] of texts) set[key] = text === '' ? null : text;
    return withKeys(record, set);
  }
}
