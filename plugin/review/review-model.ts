import type { ICellData } from '@univerjs/core';
import type { StoreChange } from '../../records/store.contract.ts';
import type { Patch } from '../../records/types.ts';
import { figureText } from '../../reports/quarterly/figure-value.ts';
import { reviewAt } from '../../reports/quarterly/matrix-values.ts';
import type { MatrixBinding, MatrixColumn } from '../../sheets-templates/matrix-binding.ts';
import type { CellSite, Lock, SheetAction, SheetCell } from '../binding/bound-sheet.ts';
import type { CellFace, CellsModel, TypedCell } from '../binding/cells-model.ts';
import { columnIndex } from '../binding/columns.ts';
import { editReviews, type TypedReview } from './edit-reviews.ts';
import type { ReviewRows } from './review-rows.ts';
import type { ReviewShape } from './review-shape.ts';

/** What the sheet of a matrix is made with. */
export interface ReviewModelOptions {
  readonly binding: MatrixBinding;
  readonly rows: ReviewRows;
  /** The column that is numbered by the program, from 0. */
  readonly sequence: number | null;
  /** The column of ranks, from 0. */
  readonly ranks: number | null;
  /** Columns that offer a list, from 0. */
  readonly choices: ReadonlySet<number>;
  /** The looks of a body row, by column. */
  readonly looks: ReadonlyMap<number, ICellData['s']>;
  /** Texts of title and header, by row and column. */
  readonly head: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly shape: ReviewShape;
}

/** 季度评议: who stands in which row, what each cell shows, and what typing there does to the reviews. */
export class ReviewModel implements CellsModel {
  private readonly columns: ReadonlyMap<number, MatrixColumn>;
  private readonly first: number;

  constructor(private readonly options: ReviewModelOptions) {
    const { binding } = options;
    this.columns = new Map(binding.columns.map((column) => [columnIndex(column.column), column]));
    this.first = binding.sampleRow - 1;
  }

  private get store() {
    return this.options.rows.store;
  }

  /** The person of a row, if there is one. */
  personAt(row: number): string | null {
    return this.options.rows.people[row - this.first] ?? null;
  }

  at(row: number, column: number): CellFace {
    const lock = this.lockAt(row, column);
    const person = this.personAt(row);
    const spec = this.columns.get(column);
    if (row < this.first || person === null || spec === undefined) {
      const text = this.options.head.get(row)?.get(column);
      return { text: text ?? '', site: null, lock };
    }
    const style = this.options.looks.get(column);
    return { ...this.face(person, spec, column), lock, ...(style === undefined ? {} : { style }) };
  }

  /** Nobody's figures are needed to know what can be typed into: they are made when the sheet is first looked at. */
  lockAt(row: number, column: number): Lock | null {
    if (row < this.first) return 'header';
    const spec = this.columns.get(column);
    if (spec === undefined || this.personAt(row) === null) return 'aside';
    if ('figure' in spec) return 'figure';
    if (column === this.options.sequence) return 'sequence';
    return 'where' in spec ? null : 'person';
  }

  private face(person: string, spec: MatrixColumn, column: number): Pick<CellFace, 'text' | 'site'> {
    const { binding, rows, sequence } = this.options;
    if (column === sequence) return { text: '', site: null };
    if (!('figure' in spec || 'where' in spec)) {
      const site = { entity: binding.entity, record: person, field: spec.field };
      return { text: this.store.text(binding.entity, person, spec.field), site };
    }
    const row = rows.of(person);
    // One score may move everybody's rank: it is drawn, as 序号 is, and never stands in the cell.
    if ('figure' in spec && spec.figure === 'rank') return { text: '', site: null };
    if ('figure' in spec) return { text: row ? figureText(row, spec.figure) : '', site: null };
    const record = row ? reviewAt(row, spec.where) : null;
    if (record === null) return { text: '', site: null };
    const { entity } = binding.cells;
    return { text: this.store.text(entity, record, spec.field), site: { entity, record, field: spec.field } };
  }

  *cells(): Generator<SheetCell> {
    const count = this.options.rows.people.length;
    for (let row = this.first; row < this.first + count; row++)
      for (const column of this.columns.keys()) yield { row, column };
  }

  edit(typed: readonly TypedCell[]): Patch {
    const { binding, rows } = this.options;
    const reviews = new Map<string, TypedReview & { readonly texts: Record<string, string> }>();
    for (const { row, column, text } of typed) {
      const person = this.personAt(row);
      const spec = this.columns.get(column);
      if (person === null || spec === undefined || !('where' in spec)) continue;
      const key = `${person} ${JSON.stringify(spec.where)}`;
      const shown = rows.of(person);
      const review = shown ? reviewAt(shown, spec.where) : null;
      const entry = reviews.get(key) ?? { person, review, where: spec.where, texts: {} };
      entry.texts[spec.field] = text;
      reviews.set(key, entry);
    }
    return editReviews(this.store, binding.cells.entity, rows.year, [...reviews.values()]);
  }

  follow(change: StoreChange): Iterable<SheetCell> | 'all' {
    const { all, people } = this.options.rows.follow(change);
    if (all) return 'all';
    const cells: SheetCell[] = [];
    for (const person of people) {
      const row = this.rowOf(person);
      if (row !== null) for (const column of this.columns.keys()) cells.push({ row, column });
    }
    return cells;
  }

  private rowOf(person: string): number | null {
    const at = this.options.rows.indexOf(person);
    return at < 0 ? null : this.first + at;
  }

  reshape(): boolean {
    return this.options.shape.fit(this.first + this.options.rows.people.length);
  }

  cellOf({ entity, record, field }: CellSite): SheetCell | null {
    const { binding, rows } = this.options;
    if (entity !== binding.cells.entity) return null;
    const owner = this.store.get(entity, record)?.['person'];
    const row = typeof owner === 'string' ? this.rowOf(owner) : null;
    const shown = typeof owner === 'string' ? rows.of(owner) : undefined;
    if (row === null || !shown) return null;
    let fallback: number | null = null;
    for (const [column, spec] of this.columns) {
      if (!('where' in spec) || reviewAt(shown, spec.where) !== record) continue;
      if (spec.field === field) return { row, column };
      fallback ??= column;
    }
    return fallback === null ? null : { row, column: fallback };
  }

  reveal(): null {
    return null;
  }

  asks(row: number, column: number): Pick<CellSite, 'entity' | 'field'> | null {
    const spec = this.personAt(row) === null ? undefined : this.columns.get(column);
    return spec && 'field' in spec && 'where' in spec
      ? { entity: this.options.binding.cells.entity, field: spec.field }
      : null;
  }

  offers(row: number, column: number): boolean {
    return this.personAt(row) !== null && this.options.choices.has(column);
  }

  drawn(row: number, column: number): number | null {
    const person = row < this.first ? null : this.personAt(row);
    if (person === null) return null;
    if (column === this.options.sequence) return row - this.first + 1;
    return column === this.options.ranks ? this.options.rows.rankOf(person) : null;
  }

  refuses(action: SheetAction): Lock | null {
    return action === 'filter' ? null : 'view';
  }
}
