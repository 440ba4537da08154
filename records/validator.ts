import type { Pack } from '../sheets-templates/schema.ts';
import type { CountingCompilers } from './counting.ts';
import type { Index } from './indexes.ts';
import { Wards } from './owner/wards.ts';
import type { Parameters } from './parameters.ts';
import { CLEAN, RuleBook } from './rule-book.ts';
import { compileRules, type Verdict } from './rules.ts';
import { type CountSite, countSites, decides } from './sites.ts';
import type { Table } from './table.ts';
import { Tally } from './tally.ts';

interface Dependence {
  readonly site: CountSite;
  readonly askers: Index;
  readonly entity: string;
  readonly places: readonly number[];
}

/** Per entity, record id → the keys that changed; `undefined`: it appeared or went. */
export type Touches = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string> | undefined>>;

/** Record ids by entity, with the places of the rules to ask; `undefined`: all. */
type Judged = Map<string, Set<string>>;
type Agenda = Map<string, Map<string, Set<number> | undefined>>;

/** Keeps every record's verdicts right while records change; the work grows with what changed alone. */
export class Validator {
  readonly #parameters: Parameters;
  readonly #compilers: CountingCompilers;
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #books: ReadonlyMap<string, RuleBook>;
  readonly #dependences = new Map<Index, Dependence[]>();
  readonly #tally = new Tally();
  readonly #wards: Wards;
  /** Ids that an opening left for later, per entity: whoever asks of one has it judged first. */
  readonly #unjudged = new Map<string, Set<string>>();

  constructor(pack: Pack, parameters: Parameters, compilers: CountingCompilers, tables: ReadonlyMap<string, Table>) {
    this.#parameters = parameters;
    this.#compilers = compilers;
    this.#tables = tables;
    this.#books = new Map(
      pack.entities.map((entity) => [
        entity.key,
        new RuleBook(compileRules(pack, entity, compilers.compiler(entity.key)), parameters),
      ]),
    );
    this.#wards = new Wards(pack, compilers);
    for (const [key, book] of this.#books)
      for (const rule of book.rules)
        for (const site of countSites(rule.spec, compilers.compiler(key), parameters)) {
          const members = compilers.members(site.count);
          const list = this.#dependences.get(members) ?? [];
          const askers = compilers.askers(compilers.entity(key), site.count);
          list.push({ site, askers, entity: key, places: book.withSilenced([rule]) });
          this.#dependences.set(members, list);
        }
  }

  get counts(): Tally['counts'] {
    return this.#tally.counts;
  }

  /** How many records the opening left for later; until there are none, the counts are too low. */
  get unjudged(): number {
    let left = 0;
    for (const ids of this.#unjudged.values()) left += ids.size;
    return left;
  }

  verdicts(entity: string, id: string): readonly Verdict[] {
    const book = this.#books.get(entity);
    if (book && this.#unjudged.get(entity)?.has(id)) this.#judge(new Map(), entity, book, id, book.all);
    return this.#tally.get(entity, id);
  }

  /** Records in force per entity. */
  get inForce(): ReadonlyMap<string, number> {
    return new Map([...this.#books.keys()].map((entity) => [entity, this.#compilers.indexes.inForce(entity)]));
  }

  /** Judges everything, or leaves it to `check`: a store just opened, or filled anew. */
  open(later = false): void {
    this.#tally.clear();
    this.#unjudged.clear();
    this.#compilers.indexes.clear();
    for (const [entity, book] of this.#books) {
      const table = this.#tables.get(entity);
      if (later) this.#unjudged.set(entity, new Set(table?.order));
      else for (const record of table?.records() ?? []) this.#tally.first(entity, record.id, book.judgeAnew(record));
    }
  }

  /** Judges what was left for later while `more` says so. @returns records with issues that nobody knew of, per entity */
  check(more: () => boolean): ReadonlyMap<string, ReadonlySet<string>> {
    const judged: Judged = new Map();
    for (const [entity, ids] of this.#unjudged) {
      const book = this.#books.get(entity);
      for (const id of ids) {
        if (!more()) return judged;
        if (book) this.#judge(judged, entity, book, id, book.all);
      }
    }
    return judged;
  }

  /**
   * Judges what a patch touched, and what counts depend on it. The indexes have been moved before. Rules that read a
   * setting which changed are asked for every record.
   * @returns records whose issues may read differently, per entity
   */
  settle(touched: Touches, settings: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
    if (settings.size > 0) for (const book of this.#books.values()) book.switch(this.#parameters);
    const agenda: Agenda = new Map();
    for (const [entity, records] of touched) {
      const book = this.#books.get(entity);
      if (!book) continue;
      for (const [id, fields] of records) {
        const all = !fields || fields.has('status') || fields.has('unplaced');
        enter(agenda, entity, id, all ? undefined : book.affected(fields));
      }
    }
    for (const [entity, records] of touched)
      this.#wards.concerned(entity, records, (ward, id, fields) => {
        const book = this.#books.get(ward);
        if (book) enter(agenda, ward, id, book.affected(fields));
      });
    for (const index of this.#compilers.indexes.pending()) this.#dependents(index, agenda);
    const judged: Judged = new Map();
    for (const [entity, records] of agenda) {
      const book = this.#books.get(entity);
      if (!book) continue;
      for (const [id, places] of records) {
        const asked = places ? [...places].sort((a, b) => a - b) : book.all;
        this.#judge(judged, entity, book, id, asked, touched.get(entity)?.has(id) ?? false);
      }
    }
    if (settings.size === 0) return judged;
    const moved = this.#emptyMoving();
    for (const [entity, book] of this.#books)
      this.#judgeTable(judged, entity, book, moved.has(entity) ? book.all : book.readers(settings));
    return judged;
  }

  /** Forgets the indexes whose keys are made of settings; answers the entities with rules that count by them. */
  #emptyMoving(): ReadonlySet<string> {
    const concerned = new Set<string>();
    for (const index of this.#compilers.indexes.moving) {
      index.empty();
      concerned.add(index.entity);
      for (const { entity } of this.#dependences.get(index) ?? []) concerned.add(entity);
    }
    return concerned;
  }

  #judgeTable(judged: Judged, entity: string, book: RuleBook, places: readonly number[]): void {
    for (const id of this.#tables.get(entity)?.order ?? []) this.#judge(judged, entity, book, id, places, true);
  }

  #dependents(index: Index, agenda: Agenda): void {
    for (const [key, before] of index.pending) {
      const after = index.buckets.count(key);
      if (after === before) continue;
      for (const { site, askers, entity, places } of this.#dependences.get(index) ?? []) {
        if (!decides(site, before, after)) continue;
        for (const id of askers.buckets.get(key)) enter(agenda, entity, id, places);
      }
    }
    index.pending.clear();
  }

  /** Judges a record. An edited one that keeps its verdicts is named too, since its messages may read differently. */
  #judge(judged: Judged, entity: string, book: RuleBook, id: string, places: readonly number[], edited = false): void {
    const record = this.#tables.get(entity)?.get(id);
    const before = this.#tally.get(entity, id);
    // Of a record that nobody has judged yet, some rules alone would forget the others and whom they silence.
    const asked = this.#unjudged.get(entity)?.delete(id) ? book.all : places;
    const next = record ? book.judge(record, before, asked) : CLEAN;
    const differ = this.#tally.set(entity, id, next);
    if (!differ && !(edited && next.length > 0)) return;
    const ids = judged.get(entity) ?? new Set<string>();
    judged.set(entity, ids.add(id));
  }
}

function enter(agenda: Agenda, entity: string, id: string, places: readonly number[] | undefined): void {
  const records = agenda.get(entity) ?? new Map<string, Set<number> | undefined>();
  agenda.set(entity, records);
  if (places === undefined) records.set(id, undefined);
  else if (!records.has(id)) records.set(id, new Set(places));
  else for (const place of places) records.get(id)?.add(place);
}
