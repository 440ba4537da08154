import type { FormulaError } from '../formulas/language/error.ts';
import type { Result } from '../formulas/result.ts';
import { asText } from '../formulas/value.ts';
import { RULES_SETTING, withProjectRules } from '../sheets-templates/rule-changes.ts';
import type { Entity, Pack, Rule } from '../sheets-templates/schema.ts';
import { applyPatch } from './apply-patch.ts';
import { checkPatch } from './check-patch.ts';
import { CountingCompilers } from './counting.ts';
import { Editor } from './editor.ts';
import { StoreError } from './error.ts';
import type { Index } from './indexes.ts';
import { joinKey } from './indexes.ts';
import { IssueWriter } from './issues.ts';
import { type OpenedProject, writeProject } from './open-json.ts';
import { OwnerBook } from './owner/owner-book.ts';
import { OwnerKeeper } from './owner/owner-keeper.ts';
import { ownerSpec } from './owner/owner-spec.ts';
import { Parameters } from './parameters.ts';
import { trialOf } from './rule-trial.ts';
import type { RecordStore, StoreChange, Totals } from './store.contract.ts';
import { Table } from './table.ts';
import type { DataRecord, Issue, Patch, ProjectJson, Settings } from './types.ts';
import { Validator } from './validator.ts';

const NO_KEYS: ReadonlySet<string> = new Set();

/** The records of one project in memory. See the contract for what each method promises. */
export class MemoryStore implements RecordStore {
  readonly #pack: Pack;
  readonly #rest: Readonly<Record<string, unknown>>;
  readonly #parameters: Parameters;
  readonly #tables = new Map<string, Table>();
  readonly #compilers: CountingCompilers;
  #validator: Validator;
  readonly #editors = new Map<string, Editor>();
  readonly #writers = new Map<string, IssueWriter>();
  readonly #shared = new Map<string, Index>();
  readonly #books = new Map<string, OwnerBook>();
  readonly #listeners = new Set<(change: StoreChange) => void>();
  #later: boolean;

  constructor(pack: Pack, opened: OpenedProject, later = false) {
    this.#pack = pack;
    this.#later = later;
    this.#rest = opened.rest;
    this.#parameters = new Parameters(pack, opened.settings);
    for (const { key } of pack.entities) this.#tables.set(key, new Table());
    this.#compilers = new CountingCompilers(pack, this.#parameters, this.#tables);
    for (const entity of pack.entities) {
      const compiler = this.#compilers.compiler(entity.key);
      const owners = this.#ownersOf(entity);
      this.#editors.set(entity.key, new Editor(entity, compiler, owners));
      this.#writers.set(
        entity.key,
        new IssueWriter(entity.key, compiler, (id, typed) => this.edit(entity.key, id, typed), owners),
      );
    }
    for (const [entity, records] of opened.records) {
      const table = this.#tables.get(entity) ?? new Table();
      this.#tables.set(entity, table);
      const editor = this.#editors.get(entity);
      table.insert(editor ? records.map((record) => editor.settle(record)) : records, undefined);
    }
    this.#validator = this.#judgeAll(later);
  }

  get settings(): Settings {
    return this.#parameters.settings;
  }

  get(entity: string, id: string): DataRecord | undefined {
    return this.#tables.get(entity)?.get(id);
  }

  ids(entity: string): readonly string[] {
    return this.#table(entity).order;
  }

  text(entity: string, id: string, field: string): string {
    const record = this.get(entity, id);
    return record ? asText(this.#compilers.compiler(entity).field(field)(record)) : '';
  }

  reader(entity: string): (id: string) => (field: string) => string {
    const compiler = this.#compilers.compiler(entity);
    return (id) => {
      const record = this.get(entity, id);
      return (field) => (record ? asText(compiler.field(field)(record)) : '');
    };
  }

  apply(patch: Patch, origin: string): StoreChange {
    const change = this.#carryOut(patch, origin);
    for (const listener of [...this.#listeners]) listener(change);
    return change;
  }

  rehearse<T>(patch: Patch, ask: () => T): T {
    const { inverse } = this.#carryOut(patch, 'rehearsal');
    try {
      return ask();
    } finally {
      this.#carryOut(inverse, 'rehearsal');
    }
  }

  reload(records: ReadonlyMap<string, readonly DataRecord[]>): void {
    for (const table of this.#tables.values()) table.clear();
    for (const book of this.#books.values()) book.clear();
    for (const [entity, list] of records) {
      const table = this.#table(entity);
      table.insert(list, undefined);
      if (table.size !== list.length) throw new StoreError('duplicate-record', entity);
    }
    this.#validator.open();
  }

  #carryOut(patch: Patch, origin: string): StoreChange {
    checkPatch(patch, this.#tables, this.settings);
    const { indexes } = this.#compilers;
    const applied = applyPatch(patch, this.#tables, this.settings, (entity, before, after, changed) => {
      indexes.move(entity, before, after, changed);
      this.#books.get(entity)?.move(before, after);
    });
    this.#parameters.settings = applied.settings;
    const settings = new Set(patch.flatMap((change) => (change.op === 'settings' ? Object.keys(change.set) : [])));
    const judged = settings.has(RULES_SETTING)
      ? this.#changeRules()
      : this.#validator.settle(applied.touched, settings);
    const touched = new Map(
      [...applied.touched].map(([entity, records]) => [
        entity,
        new Map([...records].map(([id, keys]) => [id, keys ?? NO_KEYS])),
      ]),
    );
    return {
      patch,
      inverse: applied.inverse,
      touched,
      reordered: applied.reordered,
      judged,
      settingsChanged: settings.size > 0,
      origin,
    };
  }

  tryRule(rule: Rule): Result<(id: string) => boolean, FormulaError> {
    const entity = this.#compilers.entity(rule.entity);
    const read = this.#compilers.formulas.read(entity, rule.check, 'rule');
    if (!read.ok) return read;
    const ask = trialOf(this.#pack, entity, rule, this.#compilers.compiler(entity.key), this.#parameters);
    return {
      ok: true,
      value: (id) => {
        const record = this.get(entity.key, id);
        return record !== undefined && ask(record, this.#validator.verdicts(entity.key, id));
      },
    };
  }

  /** Judges every record by the project's rules as they now are. */
  #judgeAll(later = false): Validator {
    const pack = withProjectRules(this.#pack, this.settings);
    const validator = new Validator(pack, this.#parameters, this.#compilers, this.#tables);
    validator.open(later);
    return validator;
  }

  /** The project's rules changed: everybody is judged anew, and whoever had or has an issue may read differently. */
  #changeRules(): ReadonlyMap<string, ReadonlySet<string>> {
    const before = this.#validator;
    this.#validator = this.#judgeAll();
    const judged = new Map<string, ReadonlySet<string>>();
    for (const { key } of this.#pack.entities) {
      const concerned = (id: string): boolean =>
        before.verdicts(key, id).length > 0 || this.#validator.verdicts(key, id).length > 0;
      judged.set(key, new Set(this.ids(key).filter(concerned)));
    }
    return judged;
  }

  edit(entity: string, id: string | null, typed: Readonly<Record<string, string>>, before?: string): Patch {
    const editor = this.#editors.get(entity);
    if (!editor) throw new StoreError('unknown-entity', entity);
    if (id === null) return editor.insert(typed, before);
    const current = this.get(entity, id);
    if (!current) throw new StoreError('unknown-record', id);
    return editor.update(current, typed);
  }

  issuesOf(entity: string, id: string): readonly Issue[] {
    const verdicts = this.#validator.verdicts(entity, id);
    const record = verdicts.length === 0 ? undefined : this.get(entity, id);
    const writer = this.#writers.get(entity);
    if (!record || !writer) return [];
    return verdicts.map((verdict) => writer.write(record, verdict));
  }

  countIssues(entity: string, ids: Iterable<string>): { readonly errors: number; readonly warnings: number } {
    let [errors, warnings] = [0, 0];
    for (const id of ids) {
      for (const { severity } of this.get(entity, id) ? this.#validator.verdicts(entity, id) : []) {
        if (severity === 'error') errors++;
        else if (severity === 'warning') warnings++;
      }
    }
    return { errors, warnings };
  }

  *issues(): IterableIterator<Issue> {
    for (const { key } of this.#pack.entities) for (const id of this.ids(key)) yield* this.issuesOf(key, id);
  }

  sharing(entity: string, field: string, value: string): ReadonlySet<string> {
    const key = joinKey([value]);
    return key === undefined ? new Set() : this.#sharedIndex(entity, field).buckets.get(key);
  }

  get totals(): Totals {
    const { error, warning, info } = this.#validator.counts;
    const { inForce, unjudged } = this.#validator;
    return { errors: error, warnings: warning, infos: info, inForce, unjudged };
  }

  check(more: () => boolean): void {
    if (!this.#later) return;
    const judged = this.#validator.check(more);
    // Told once more when nobody is left, even where questions have judged the last ones meanwhile.
    this.#later = this.#validator.unjudged > 0;
    const nothing = {
      patch: [],
      inverse: [],
      touched: new Map(),
      reordered: new Set<string>(),
      settingsChanged: false,
    };
    for (const listener of [...this.#listeners]) listener({ ...nothing, judged, origin: 'check' });
  }

  subscribe(listener: (change: StoreChange) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  toJson(): ProjectJson {
    const records = [...this.#tables].map(([entity, table]): [string, DataRecord[]] => [
      entity,
      table.order.flatMap((id) => table.get(id) ?? []),
    ]);
    return writeProject(this.#pack.id, this.settings, records, this.#rest);
  }

  #table(entity: string): Table {
    const table = this.#tables.get(entity);
    if (!table) throw new StoreError('unknown-entity', entity);
    return table;
  }

  /** What finds the owners of an entity's records, for those that show their owner. */
  #ownersOf(entity: Entity): OwnerKeeper | undefined {
    const spec = ownerSpec(this.#pack, entity);
    if (!spec) return undefined;
    const { parent, name, number } = spec;
    const fields = number === undefined ? [name] : [name, number];
    const book = this.#books.get(parent) ?? new OwnerBook(fields, () => this.#table(parent).records());
    this.#books.set(parent, book);
    const owner = (id: string): DataRecord | undefined => this.get(parent, id);
    return new OwnerKeeper(spec, { book, owner, read: (field) => this.#compilers.compiler(parent).field(field) });
  }

  /** Fields that no rule counts get their index when they are first asked for. */
  #sharedIndex(entity: string, field: string): Index {
    const name = `${entity}.${field}`;
    const known = this.#shared.get(name);
    if (known) return known;
    const spec = this.#compilers.entity(entity);
    const index = this.#compilers.indexes.by(spec, [{ field }], this.#compilers.compiler(entity));
    this.#shared.set(name, index);
    return index;
  }
}
