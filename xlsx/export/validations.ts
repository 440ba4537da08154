import { choicesOf } from '../../records/compile.ts';
import type { Field, Rule } from '../../sheets-templates/schema.ts';
import type { ColumnMark, ColumnValidation } from '../splice/validation.ts';
import { checkWords } from './locale/zh-CN.ts';
import { type NativeCheck, type NativeTarget, nativeChecks } from './native-checks.ts';

/** Excel's limits of a validation: its formula, its message, its title. */
const LONGEST = { formula: 255, message: 255, title: 32 } as const;

/** What a filled or blank workbook checks by itself; `marks` colours what was pasted, which no validation sees. */
export interface NativeRules {
  readonly validations: readonly ColumnValidation[];
  readonly marks: readonly ColumnMark[];
}

/**
 * The checks that travel inside the workbook, so that whoever fills it in WPS or Excel is told as well: a column of
 * choices has its list, any other column the rules of its field, and texts their length. Every rule with a native form
 * marks its cells.
 */
export function nativeRules(target: NativeTarget): NativeRules {
  const { entity, binding, skip } = target;
  const { checks } = nativeChecks(target);
  const fields = new Map(entity.fields.map((field) => [field.key, field]));
  const validations = binding.columns.flatMap(({ column, field: key }): ColumnValidation[] => {
    const field = fields.get(key);
    if (field === undefined || skip.has(key)) return [];
    const own = checks.filter((check) => check.column === column);
    const rule = listOf(field, own) ?? rulesOf(field, own) ?? lengthOf(field);
    return rule === undefined
      ? []
      : [
          {
            ...rule,
            column,
            title: field.label.slice(0, LONGEST.title),
            message: rule.message.slice(0, LONGEST.message),
          },
        ];
  });
  const marks = checks.map(({ column, rule, violated }) => ({ column, formula: violated, style: styleOf([rule]) }));
  return { validations, marks };
}

type Check = Pick<ColumnValidation, 'rule' | 'style' | 'message'>;

/** Errors are Excel's warnings, warnings its information: paper sometimes says otherwise, so nothing stops anybody. */
function styleOf(rules: readonly Rule[]): ColumnValidation['style'] {
  return rules.some(({ severity }) => severity === 'error') ? 'warning' : 'information';
}

function listOf(field: Field, checks: readonly NativeCheck[]): Check | undefined {
  const choices = choicesOf(field);
  if (choices.length === 0) return undefined;
  const rules = checks.map(({ rule }) => rule).filter(({ id }) => id === 'choice.unknown');
  return { rule: { kind: 'list', choices }, style: styleOf(rules), message: checkWords.list(field.label) };
}

/** A cell has one validation: the field's rules together, as many as fit; warnings and short rules go first. */
function rulesOf(field: Field, checks: readonly NativeCheck[]): Check | undefined {
  // A validation is not asked about a cell that is left blank.
  let chosen = checks.filter(({ rule, holds }) => rule.id !== 'required' && holds.length <= LONGEST.formula);
  while (together(chosen).length > LONGEST.formula) {
    const [first] = [...chosen].sort((a, b) => weight(a) - weight(b));
    chosen = chosen.filter((check) => check !== first);
  }
  if (chosen.length === 0) return undefined;
  const rules = chosen.map(({ rule }) => rule);
  const labels = [...new Set(rules.map(({ label, id }) => label ?? id))];
  return {
    rule: { kind: 'custom', formula: together(chosen) },
    style: styleOf(rules),
    message: checkWords.rules(field.label, labels),
  };
}

function together(checks: readonly NativeCheck[]): string {
  const formulas = checks.map(({ holds }) => holds).join(',');
  return checks.length === 1 ? formulas : `AND(${formulas})`;
}

/** What is easy to see by eye has a short formula and goes before what compares cells. */
function weight({ rule, holds }: NativeCheck): number {
  return (rule.severity === 'error' ? LONGEST.formula : 0) + holds.length;
}

function lengthOf(field: Field): Check | undefined {
  const { maxLength } = field;
  if (maxLength === undefined) return undefined;
  return {
    rule: { kind: 'length', min: 1, max: maxLength },
    style: 'information',
    message: checkWords.length(field.label, 1, maxLength),
  };
}
