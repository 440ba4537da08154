import { BoundCells, type CellsSheet } from '../binding/bound-cells.ts';
import type { CellSite, SheetCell } from '../binding/bound-sheet.ts';
import type { Settled } from '../binding/bound-table-types.ts';
import type { FormModel } from './form-model.ts';
import { hasCell } from './form-problems.ts';

/** The live record form: one person at a time, who is changed by writing the value cells alone. */
export class FormSheet extends BoundCells<FormModel> {
  constructor(sheet: CellsSheet, model: FormModel) {
    super(sheet, model.people.store, model);
    model.pointed$.subscribe(() => this.refresh(model.valueCells()));
  }

  /** Whose form it is; `null` in an empty book. */
  get person(): string | null {
    return this.model.shown;
  }

  get year(): number {
    return this.model.year;
  }

  /** Whether it has a cell for this field, of whomever and of whichever year. */
  shows(site: CellSite): boolean {
    return hasCell(this.model.people, site);
  }

  /** Shows somebody's form. */
  show(person: string, year?: number): void {
    if (person !== this.person || (year !== undefined && year !== this.year)) this.model.show(person, year);
  }

  /** The person before (`by` -1) or after (1) in the order of the roster; `null` at either end. */
  neighbour(by: 1 | -1): string | null {
    const ids = this.model.people.ids();
    const at = this.person === null ? -1 : ids.indexOf(this.person);
    return ids[at + by] ?? null;
  }

  /** Goes back to where it was typed: the record that was made or changed, else the person. */
  override settle(): Settled | null {
    const settled = super.settle();
    const { person } = this;
    if (!settled || settled.at || person === null) return settled;
    return { ...settled, at: { entity: this.model.people.binding.entity, record: person, field: '' } };
  }

  /** The next (1) or previous (-1) cell to type in, as one reads; from the last one to the first. */
  nextCell(from: SheetCell, by: 1 | -1): SheetCell | null {
    const cells = this.model.valueCells().filter(({ slot }) => slot.kind !== 'photo');
    const ordered = by > 0 ? cells : [...cells].reverse();
    const found = ordered.find(({ row, column }) => by * (row - from.row || column - from.column) > 0);
    const next = found ?? ordered[0];
    return next ? { row: next.row, column: next.column } : null;
  }
}
