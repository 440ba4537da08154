import type { IRange, ISheetDataValidationRule } from '@univerjs/core';
import type { FormBinding } from '../../sheets-templates/form-binding.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import { type SheetPart, type SheetRequest, type StoredSheet, sheetOf } from '../binding/sheet-part.ts';
import { templateSnapshot } from '../binding/template-snapshot.ts';
import { choiceRule, choicesAt } from '../choices/choice-rules.ts';
import { formGrid } from './form-grid.ts';
import { choiceRanges, FormSheetLook } from './form-look.ts';
import { FormModel, type FormTemplateSheet } from './form-model.ts';
import { FormPeople } from './form-people.ts';
import { FormSheet } from './form-sheet.ts';
import { formSlots, type PlacedSlot } from './form-slots.ts';

/** The sheet of a record form, bound to the first person. It is made from the template at every opening. */
export async function makeForm(request: SheetRequest<FormBinding>): Promise<SheetPart> {
  const { loaded, binding, store } = request;
  const { sheet, styles } = await templateSheet(request);
  const template = readTemplate(sheet);
  const heights = Array.from({ length: template.rowCount }, (_, row) => sheet.rowData?.[row]?.h ?? 24);
  const choiceField = (placed: PlacedSlot): string | null => {
    return offered(loaded, binding, placed).length > 0 ? ruleName(placed) : null;
  };
  const slots = formSlots(binding, formGrid(binding, template, new Map()), new Map());
  return {
    sheet,
    styles,
    rules: choiceRules(loaded, binding, slots, choiceField),
    bind({ commands, workbook, worksheet }) {
      const cells = { commands, workbook, worksheet };
      const look = new FormSheetLook(cells, { columnCount: template.columnCount, heights }, choiceField);
      const hasChoices = (entity: string, field: string): boolean => choicesAt(loaded.pack, entity, field).length > 0;
      const model = new FormModel(new FormPeople(binding, store, loaded), template, hasChoices, look);
      const form = new FormSheet(cells, model);
      form.refresh();
      return form;
    },
  };
}

async function templateSheet(request: SheetRequest<FormBinding>): Promise<Pick<SheetPart, 'sheet' | 'styles'>> {
  const snapshot = await templateSnapshot(request);
  return { sheet: { ...sheetOf(snapshot, request.binding.sheet), showGridlines: 0 }, styles: snapshot.styles };
}

/** The template as it was read, before Univer writes into its cells. */
function readTemplate(sheet: StoredSheet): FormTemplateSheet {
  const cells = structuredClone(sheet.cellData);
  const merges: readonly IRange[] = structuredClone(sheet.mergeData ?? []);
  return {
    rowCount: sheet.rowCount ?? 0,
    columnCount: sheet.columnCount ?? 0,
    merges,
    cell(row, column) {
      const cell = cells[row]?.[column];
      return { text: String(cell?.v ?? ''), style: cell?.s };
    },
  };
}

/** What the field of a value place offers. */
function offered({ pack }: LoadedPack, binding: FormBinding, { slot }: PlacedSlot): readonly string[] {
  if (slot.kind === 'photo') return [];
  return choicesAt(pack, slot.kind === 'field' ? binding.entity : slot.section.entity, slot.field);
}

function ruleName({ slot }: PlacedSlot): string {
  return slot.kind === 'section' ? `${slot.section.key}-${slot.field}` : slot.field;
}

/** Lists offer values and never judge. */
function choiceRules(
  loaded: LoadedPack,
  binding: FormBinding,
  slots: readonly PlacedSlot[],
  choiceField: (slot: PlacedSlot) => string | null,
): ISheetDataValidationRule[] {
  return [...choiceRanges(slots, choiceField)].map(([name, ranges]) => {
    const slot = slots.find((placed) => choiceField(placed) === name);
    return choiceRule(name, slot ? offered(loaded, binding, slot) : [], ranges);
  });
}
