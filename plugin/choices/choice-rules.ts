import {
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
  type IRange,
  type ISheetDataValidationRule,
} from '@univerjs/core';
import { choicesOf } from '../../records/compile.ts';
import type { Pack, TableBinding } from '../../sheets-templates/schema.ts';
import { columnIndex } from '../binding/columns.ts';

/** Marks the rules made here; the lists offer values and never judge (the records' own rules do). */
export const CHOICE_RULE_PREFIX = 'mingce-choice-';
/** Rows that a list reaches, far more than any township fills. */
export const REACH = 200_000;

/** What a field of an entity offers; nothing for a field that takes any text. */
export function choicesAt(pack: Pack, entity: string, field: string): readonly string[] {
  return choicesOf(pack.entities.find(({ key }) => key === entity)?.fields.find(({ key }) => key === field));
}

/** A drop-down that offers these values in these cells. */
export function choiceRule(name: string, choices: readonly string[], ranges: IRange[]): ISheetDataValidationRule {
  return {
    uid: `${CHOICE_RULE_PREFIX}${name}`,
    type: DataValidationType.LIST,
    formula1: choices.join(','),
    ranges,
    allowBlank: true,
    showErrorMessage: false,
    errorStyle: DataValidationErrorStyle.INFO,
    renderMode: DataValidationRenderMode.TEXT,
  };
}

/** Drop-down rules for the choice columns of a table. */
export function choiceRules(pack: Pack, binding: TableBinding): ISheetDataValidationRule[] {
  return binding.columns.flatMap(({ column, field }) => {
    const choices = choicesAt(pack, binding.entity, field);
    if (choices.length === 0) return [];
    const index = columnIndex(column);
    const range = { startRow: binding.sampleRow - 1, endRow: REACH, startColumn: index, endColumn: index };
    return [choiceRule(field, choices, [range])];
  });
}
