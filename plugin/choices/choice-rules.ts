import {
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
  type ISheetDataValidationRule,
} from '@univerjs/core';
import type { Field, Pack, TableBinding } from '../../sheets-templates/schema.ts';
import { columnIndex } from '../binding/columns.ts';

/** Marks the rules made here; the lists offer values and never judge (the records' own rules do). */
export const CHOICE_RULE_PREFIX = 'mingce-choice-';
/** Rows that a list reaches, far more than any township fills. */
const REACH = 200_000;

/** Everything a field offers, those of its groups one after the other. */
export function choicesOf(field: Field): readonly string[] {
  return [...new Set([...(field.choices ?? []), ...(field.choiceGroups ?? []).flatMap((g) => g.choices)])];
}

/** Drop-down rules for the choice columns of a table. */
export function choiceRules(pack: Pack, binding: TableBinding): ISheetDataValidationRule[] {
  const fields = pack.entities.find((e) => e.key === binding.entity)?.fields ?? [];
  return binding.columns.flatMap(({ column, field }) => {
    const spec = fields.find((f) => f.key === field);
    const choices = spec ? choicesOf(spec) : [];
    if (choices.length === 0) return [];
    const index = columnIndex(column);
    const range = { startRow: binding.sampleRow - 1, endRow: REACH, startColumn: index, endColumn: index };
    return [
      {
        uid: `${CHOICE_RULE_PREFIX}${field}`,
        type: DataValidationType.LIST,
        formula1: choices.join(','),
        ranges: [range],
        allowBlank: true,
        showErrorMessage: false,
        errorStyle: DataValidationErrorStyle.INFO,
        renderMode: DataValidationRenderMode.TEXT,
      },
    ];
  });
}
