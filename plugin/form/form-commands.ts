import type { ICommandService } from '@univerjs/core';
import type { SheetsSelectionsService } from '@univerjs/sheets';
import type { BindingService } from '../binding/binding.service.ts';
import type { BoundSheet, SheetCell } from '../binding/bound-sheet.ts';
import type { Workbench } from '../binding/workbench.ts';
import { goToCell } from '../commands/go-to-field.ts';
import { FormSheet } from './form-sheet.ts';
import { siteInRow } from './selected-people.ts';

/** The workbook's record form, wherever it stands. */
export function formOf(bench: Workbench | undefined): FormSheet | undefined {
  for (const sheet of bench?.sheets.values() ?? []) if (sheet instanceof FormSheet) return sheet;
  return undefined;
}

/** Where somebody's form was opened from: the person's own column, so that one comes back to the same cell. */
interface Origin {
  readonly sheet: BoundSheet;
  readonly cell: SheetCell;
  readonly person: string;
}

/** Goes between lists and the record form, and from person to person. */
export class FormCommands {
  private origin: Origin | null = null;

  constructor(
    private readonly commands: ICommandService,
    private readonly binding: BindingService,
    private readonly selections: SheetsSelectionsService,
  ) {}

  /** From a row to that person's form, and from the form back to the same cell. `false`: there is nobody here. */
  toggle(): boolean {
    const bench = this.binding.open();
    const form = formOf(bench);
    if (!bench || !form) return false;
    return this.binding.front() === form ? this.back(bench, form) : this.openHere(form);
  }

  /** Shows somebody's form and brings it to the front. */
  openFor(person: string, year?: number): boolean {
    const bench = this.binding.open();
    const form = formOf(bench);
    if (!bench || !form) return false;
    form.show(person, year);
    goToCell(this.commands, bench, form, form.model.firstCell);
    return true;
  }

  /** 下一人 (1), 上一人 (-1): the same cell of the next form. `false` at either end. */
  step(by: 1 | -1): boolean {
    const bench = this.binding.open();
    const form = formOf(bench);
    const next = form?.neighbour(by) ?? null;
    if (!bench || !form || next === null) return false;
    form.show(next);
    return true;
  }

  /** Whose row is selected on a list, with the cell. */
  private here(form: FormSheet): Origin | null {
    const sheet = this.binding.front();
    const cell = this.selections.getCurrentLastSelection()?.primary;
    if (!sheet || !cell) return null;
    const site = siteInRow(sheet, cell.actualRow, cell.actualColumn);
    const person = site === null ? null : form.model.people.ownerOf(site.entity, site.record);
    return person === null ? null : { sheet, cell: { row: cell.actualRow, column: cell.actualColumn }, person };
  }

  private openHere(form: FormSheet): boolean {
    const origin = this.here(form);
    if (origin === null) return false;
    this.origin = origin;
    return this.openFor(origin.person);
  }

  private back(bench: Workbench, form: FormSheet): boolean {
    const { origin } = this;
    const { person } = form;
    const { entity } = form.model.people.binding;
    const sheet = origin?.sheet ?? bench.tableOf(entity);
    if (!sheet || person === null) return false;
    // Another person by now: their row, in the column one came from.
    const row = person === origin?.person ? undefined : sheet.cellOf({ entity, record: person, field: '' })?.row;
    const first = sheet.cellOf({ entity, record: person, field: 'name' });
    const cell = origin ? { row: row ?? origin.cell.row, column: origin.cell.column } : first;
    if (!cell) return false;
    goToCell(this.commands, bench, sheet, cell);
    return true;
  }
}
