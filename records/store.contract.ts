import type { FormulaError } from '../formulas/language/error.ts';
import type { Result } from '../formulas/result.ts';
import type { Rule } from '../sheets-templates/schema.ts';
import type { DataRecord, Issue, Patch, ProjectJson, Settings } from './types.ts';

/** Which records a patch touched: per entity, record id → the keys that changed (empty set: inserted or removed). */
export type Touched = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** What listeners hear after every applied patch. */
export interface StoreChange {
  readonly patch: Patch;
  readonly inverse: Patch;
  readonly touched: Touched;
  /** Entities whose order or membership changed. */
  readonly reordered: ReadonlySet<string>;
  /** Records whose issues differ from before, per entity. */
  readonly judged: ReadonlyMap<string, ReadonlySet<string>>;
  readonly settingsChanged: boolean;
  /** Free word of the caller: 'sheet', 'panel', 'undo', 'load'. */
  readonly origin: string;
}

/** Running totals; never counted afresh. */
export interface Totals {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Records in force per entity. */
  readonly inForce: ReadonlyMap<string, number>;
  /** Records that an opening left for later: until it is 0, errors, warnings and infos are too few. */
  readonly unjudged: number;
}

/** The records of one project with their indexes and verdicts. The work of `apply` grows with the patch alone. */
export interface RecordStore {
  readonly settings: Settings;
  get(entity: string, id: string): DataRecord | undefined;
  /** Ids in order, those not in force too. Read-only view; changes with the store. */
  ids(entity: string): readonly string[];
  /** A text of a field as shown: stored, else derived (`computed`), else ''. Never `seq`. */
  text(entity: string, id: string, field: string): string;
  /** `text` for many fields of one record after the other: the record is looked up once. */
  reader(entity: string): (id: string) => (field: string) => string;
  /**
   * Applies a patch whole or not at all.
   * @throws StoreError 'unknown-entity' | 'unknown-record' | 'duplicate-record' | 'bad-order' before anything changed.
   */
  apply(patch: Patch, origin: string): StoreChange;
  /**
   * Puts records, by entity and in their order, in the place of all there are, and judges them as when a project is
   * opened: for whoever judges one file after another. Nobody hears of it and nothing undoes it.
   * @throws StoreError 'unknown-entity' | 'duplicate-record'
   */
  reload(records: ReadonlyMap<string, readonly DataRecord[]>): void;
  /**
   * The patch that an edit by hand means: texts as typed per field (`''` clears), normalised, with derived fields that
   * follow in the same patch. `id` null: a new record (its id is in the answered insert). Empty when nothing changes.
   */
  edit(entity: string, id: string | null, typed: Readonly<Record<string, string>>, before?: string): Patch;
  /**
   * What `ask` finds after a patch: it is applied, asked about and taken back, and nobody hears of it. Nothing may be
   * applied meanwhile. The work grows with the patch alone.
   * @throws StoreError as `apply`
   */
  rehearse<T>(patch: Patch, ask: () => T): T;
  /**
   * What a rule that is not in force would say: the answered function tells of a record whether the rule would mark it,
   * with the silencers as they stand now. Good until the next `apply`.
   */
  tryRule(rule: Rule): Result<(id: string) => boolean, FormulaError>;
  issuesOf(entity: string, id: string): readonly Issue[];
  /** How many errors and warnings these records have; nothing of what they say is written out. */
  countIssues(entity: string, ids: Iterable<string>): { readonly errors: number; readonly warnings: number };
  /** All issues, in the order of the records. */
  issues(): IterableIterator<Issue>;
  /** Records of the entity with the same value, itself too; O(1) for indexed fields. */
  sharing(entity: string, field: string, value: string): ReadonlySet<string>;
  readonly totals: Totals;
  /**
   * Judges records that an opening left for later, while `more` says so, and tells the listeners. Whatever is asked of a
   * single record (`issuesOf`, `countIssues`, `issues`) is right without it: only `totals` need it.
   */
  check(more: () => boolean): void;
  subscribe(listener: (change: StoreChange) => void): () => void;
  toJson(): ProjectJson;
}
