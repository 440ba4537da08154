import { type Dependencies, dependencies } from '../../formulas/language/walk.ts';
import { choicesOf } from '../../records/compile.ts';
import type { Field, Rule } from '../../sheets-templates/schema.ts';
import type { ColumnMark, ColumnValidation } from '../splice/validation.ts';
import { checkWords } from './locale/zh-CN.ts';
import { answers, type NativeCheck, type NativeTarget, nativeChecks } from './native-checks.ts';

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
    const rule = listOf(target, field, own) ?? rulesOf(field, own) ?? lengthOf(field, own);
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

type Check = Pick<ColumnValidation, 'rule' | 'style' | 'message' | 'required'>;

/** Errors are Excel's warnings, warnings its information: paper sometimes says otherwise, so nothing stops anybody. */
function styleOf(rules: readonly Rule[]): ColumnValidation['style'] {
  return rules.some(({ severity }) => severity === 'error') ? 'warning' : 'information';
}

const labelsOf = (checks: readonly NativeCheck[]): string[] => [
  ...new Set(checks.map(({ rule: { label, id } }) => label ?? id)),
];

const requires = ({ rule }: NativeCheck): boolean => rule.id === 'required';

/**
 * A drop-down of what the field's rules accept (学历 offers 高中 and above). A rule that compares with another cell has no
 * place in a list, and is left to the marks: a validation with a formula has no drop-down.
 */
function listOf(target: NativeTarget, field: Field, checks: readonly NativeCheck[]): Check | undefined {
  const all = choicesOf(field);
  if (all.length === 0) return undefined;
  const alone = checks.filter(
    ({ rule, check }) =>
      rule.severity === 'error' &&
      rule.id !== 'choice.unknown' &&
      rule.when === undefined &&
      isOnly(dependencies(check), field.key),
  );
  const accepted = all.filter((choice) => alone.every(({ check }) => answers(check, target, choice)));
  const choices = accepted.length === 0 ? all : accepted;
  const kept = accepted.length === 0 ? checks.filter(requires) : alone;
  const rules = [...checks.filter(({ rule }) => rule.id === 'choice.unknown'), ...kept].map(({ rule }) => rule);
  return {
    rule: { kind: 'list', choices },
    style: styleOf(rules),
    required: kept.some(requires),
    message: checkWords.list(field.label, labelsOf(kept)),
  };
}

function isOnly({ fields, aggregates }: Dependencies, key: string): boolean {
  return aggregates.length === 0 && [...fields].every((field) => field === key);
}

/** A cell has one validation: the field's rules together, as many as fit; warnings and short rules go first. */
function rulesOf(field: Field, checks: readonly NativeCheck[]): Check | undefined {
  let chosen: readonly NativeCheck[] = [...checks.filter(requires), ...checks.filter((check) => !requires(check))];
  while (together(chosen).length > LONGEST.formula) {
    const [first] = [...chosen].sort((a, b) => weight(a) - weight(b));
    chosen = chosen.filter((check) => check !== first);
  }
  // What only asks for something is said together with the length.
  if (chosen.every(requires)) return undefined;
  return {
    rule: { kind: 'custom', formula: together(chosen) },
    style: styleOf(chosen.map(({ rule }) => rule)),
    required: chosen.some(requires),
    message: checkWords.rules(field.label, labelsOf(chosen)),
  };
}

/** All of them; where that is too long, each as it is for a cell that is not blank. */
function together(checks: readonly NativeCheck[]): string {
  const [only] = checks;
  if (checks.length <= 1) return only?.holds ?? '';
  const plain = `AND(${checks.map(({ holds }) => holds).join(',')})`;
  if (plain.length <= LONGEST.formula) return plain;
  const filled = checks.map((check) => (requires(check) ? check.holds : check.filled)).join(',');
  if (checks.some(requires)) return `AND(${filled})`;
  return `IF(${only?.cell}="",TRUE,AND(${filled}))`;
}

/** What is easy to see by eye has a short formula and goes before what compares cells; that it is there stays. */
function weight({ rule, holds }: NativeCheck): number {
  if (rule.id === 'required') return Number.POSITIVE_INFINITY;
  return (rule.severity === 'error' ? LONGEST.formula : 0) + holds.length;
}

function lengthOf(field: Field, checks: readonly NativeCheck[]): Check | undefined {
  const { maxLength } = field;
  const required = checks.filter(requires);
  if (maxLength === undefined) return undefined;
  return {
    rule: { kind: 'length', min: 1, max: maxLength },
    style: styleOf(required.map(({ rule }) => rule)),
    required: required.length > 0,
    message: checkWords.length(field.label, 1, maxLength, labelsOf(required)),
  };
}
