import { isoYear } from '../../formulas/calendar.ts';
import { idsInForce, isInForce } from '../../records/in-force.ts';
import type { RecordStore, StoreChange } from '../../records/store.contract.ts';
import { textOf } from '../../records/value.ts';
import { quarterlyOf } from '../../reports/quarterly/from-store.ts';
import { quartersOf } from '../../reports/quarterly/quarter.ts';
import { quarterlyTable } from '../../reports/quarterly/quarterly.ts';
import { RankCounter } from '../../reports/quarterly/rank-counter.ts';
import type { QuarterlyRow } from '../../reports/quarterly/types.ts';

const PERSON = 'person';
const REVIEW = 'review';

/** What a change of the records means for the table. */
export interface RowsChanged {
  /** People came, went or changed places, or every figure may differ. */
  readonly all: boolean;
  /** People whose own fields or reviews changed. */
  readonly people: ReadonlySet<string>;
}

/**
 * The rows of 季度评议, kept while records change: an edited review costs its person's row, however many people there are;
 * ranks are counted when they are asked for.
 */
export class ReviewRows {
  private readonly rows = new Map<string, QuarterlyRow>();
  /** Whose a review was, for when it is gone or given to somebody else. */
  private readonly owners = new Map<string, string>();
  private order: string[] | null = null;
  private places: Map<string, number> | null = null;
  private whole = true;
  /** By township. */
  private readonly counters = new Map<string, RankCounter>();

  constructor(readonly store: RecordStore) {}

  get year(): number {
    return isoYear(this.store.settings.asOf);
  }

  /** The people in the order of the roster. */
  get people(): readonly string[] {
    this.order ??= idsInForce(this.store, PERSON);
    return this.order;
  }

  /** Where a person stands among them; -1 for nobody. */
  indexOf(person: string): number {
    this.places ??= new Map(this.people.map((id, at) => [id, at]));
    return this.places.get(person) ?? -1;
  }

  of(person: string): QuarterlyRow | undefined {
    if (this.whole) this.fill();
    return this.rows.get(person);
  }

  /** A person's rank within the township, as of now; `null` for whoever has no score. */
  rankOf(person: string): number | null {
    const row = this.of(person);
    return row ? this.counter(row).rankOf(row.average.township) : null;
  }

  private counter({ person }: QuarterlyRow): RankCounter {
    const counter = this.counters.get(person.township) ?? new RankCounter();
    this.counters.set(person.township, counter);
    return counter;
  }

  private keep(row: QuarterlyRow): void {
    this.drop(row.person.id);
    this.rows.set(row.person.id, row);
    this.counter(row).add(row.average.township);
  }

  private drop(id: string): void {
    const row = this.rows.get(id);
    if (row) this.counter(row).remove(row.average.township);
    this.rows.delete(id);
  }

  /** Takes up a change of the records. */
  follow(change: StoreChange): RowsChanged {
    const people = new Set<string>();
    const reviewed = new Set<string>();
    let all = change.settingsChanged;
    const persons = change.touched.get(PERSON) ?? new Map<string, ReadonlySet<string>>();
    for (const [id, keys] of persons) {
      people.add(id);
      // Whoever came, left or moved to another township changes more than one row.
      if (keys.size === 0 || keys.has('status') || keys.has('unplaced') || keys.has('township')) all = true;
    }
    if (change.reordered.has(PERSON)) all = true;
    for (const id of change.touched.get(REVIEW)?.keys() ?? []) {
      const owner = textOf(this.store.get(REVIEW, id)?.['person']);
      for (const person of [this.owners.get(id), owner]) if (person) reviewed.add(person);
      if (owner === '') this.owners.delete(id);
      else this.owners.set(id, owner);
    }
    if (all) {
      this.order = null;
      this.places = null;
      this.whole = true;
      return { all, people };
    }
    if (this.whole) return { all: reviewed.size > 0, people };
    const changed = new Set([...people, ...reviewed]);
    for (const person of changed) this.renew(person);
    return { all, people: changed };
  }

  private fill(): void {
    this.whole = false;
    this.rows.clear();
    this.counters.clear();
    this.owners.clear();
    for (const row of quarterlyOf(this.store).rows) this.keep(row);
    for (const id of this.store.ids(REVIEW)) {
      const owner = textOf(this.store.get(REVIEW, id)?.['person']);
      if (owner !== '') this.owners.set(id, owner);
    }
  }

  private renew(id: string): void {
    if (!isInForce(this.store, PERSON, id)) {
      this.drop(id);
      return;
    }
    const text = (field: string): string => this.store.text(PERSON, id, field);
    const person = { id, name: text('name'), township: text('township'), village: text('village') };
    const reviews = this.reviewsOf(id).map((review) => {
      const of = (field: string): string => this.store.text(REVIEW, review, field);
      const [year, quarter, level] = [of('year'), of('quarter'), of('level')];
      return { id: review, person: id, year, quarter, level, score: of('score'), grade: of('grade') };
    });
    const { asOf } = this.store.settings;
    const [row] = quarterlyTable({ people: [person], reviews, asOf, quarters: quartersOf(this.year) }).rows;
    // The rank among one alone means nothing: `rankOf` is asked for it.
    if (row) this.keep(row);
  }

  /** In the order of the records, as an export reads them: of two in one place the later one counts. */
  private reviewsOf(id: string): readonly string[] {
    const own = this.store.sharing(REVIEW, PERSON, id);
    // A year that is left out is the reference date's: `period` has it.
    const places = new Set(
      [...own].map((review) => ['period', 'level'].map((key) => this.store.text(REVIEW, review, key)).join()),
    );
    // Nearly always each stands alone in its place: only else does the order matter, which costs a look at all of them.
    return places.size === own.size ? [...own] : this.store.ids(REVIEW).filter((review) => own.has(review));
  }
}
