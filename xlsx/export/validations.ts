import type { Entity, Field, TableBinding } from '../../sheets-templates/schema.ts';
import type { ColumnValidation } from '../splice/validation.ts';
import { checkWords } from './locale/zh-CN.ts';

/**
 * The checks that travel inside the workbook: lists of choices and lengths of texts, so that whoever fills it in WPS or
 * Excel is told as well. `skip` names fields whose cells do not hold the real value (masked, left out).
 */
export function fieldValidations(entity: Entity, binding: TableBinding, skip: ReadonlySet<string>): ColumnValidation[] {
  const fields = new Map(entity.fields.map((field) => [field.key, field]));
  return binding.columns.flatMap(({ column, field: key }) => {
    const field = fields.get(key);
    const rule = field === undefined || skip.has(key) ? undefined : ruleOf(field);
    if (field === undefined || rule === undefined) return [];
    const message =
      rule.kind === 'list' ? checkWords.list(field.label) : checkWords.length(field.label, rule.min, rule.max);
    return [{ column, rule, title: field.label.slice(0, 32), message: message.slice(0, 255) }];
  });
}

function ruleOf(field: Field): ColumnValidation['rule'] | undefined {
  const groups = field.choiceGroups?.flatMap((group) => group.choices) ?? [];
  const choices = [...new Set([...(field.choices ?? []), ...groups])];
  if (choices.length > 0) return { kind: 'list', choices };
  switch (field.type) {
    case 'idNumber':
      return { kind: 'length', min: 18, max: 18 };
    case 'yearMonth':
      return { kind: 'length', min: 7, max: 7 };
    case 'phone':
      return { kind: 'length', min: 10, max: 13 };
    default:
      return field.maxLength === undefined ? undefined : { kind: 'length', min: 1, max: field.maxLength };
  }
}
