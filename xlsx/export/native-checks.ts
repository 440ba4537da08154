import { compile } from '../../formulas/language/compile.ts';
import type { Arg } from '../../formulas/language/expression.ts';
import { type NativeReason, type NativeSheet, toNative } from '../../formulas/language/to-native.ts';
import { dependencies } from '../../formulas/language/walk.ts';
import { operand } from '../../formulas/native.ts';
import type { NativePart, Value } from '../../formulas/types.ts';
import { choicesOf } from '../../records/compile.ts';
import { FormulaBook } from '../../sheets-templates/formula-book.ts';
import type { Entity, Pack, Rule, TableBinding } from '../../sheets-templates/schema.ts';

/** A rule as the spreadsheet program checks it in the first body row. */
export interface NativeCheck {
  readonly rule: Rule;
  readonly column: string;
  /** The first body row's cell that it is about. */
  readonly cell: string;
  /** TRUE where the rule holds; an error counts as violated. Written for a field whose silencers hold. */
  readonly holds: string;
  /** The same for a cell that is not blank, often shorter: a validation has 255 characters. */
  readonly filled: string;
  /** What the rule asks, read. */
  readonly check: Arg;
  /** TRUE where the rule is violated and nothing silences it; never an error. */
  readonly violated: string;
}

/** A rule without a native form, and why. */
export interface NotNative {
  readonly rule: Rule;
  readonly reason: NativeReason;
}

/** What native formulas are made for. `skip`: fields whose cells do not hold the real value. */
export interface NativeTarget {
  readonly pack: Pack;
  readonly entity: Entity;
  readonly binding: TableBinding;
  readonly parameter: (key: string) => Value;
  readonly skip: ReadonlySet<string>;
  /** The last row that is checked. */
  readonly lastRow: number;
}

/** The sheet of a table template as native formulas see it, from its sample row down. */
export function nativeSheet({ entity, binding, parameter, skip, lastRow }: NativeTarget): NativeSheet {
  const columns = new Map(binding.columns.map(({ field, column }) => [field, column]));
  const first = binding.sampleRow;
  return {
    entity: entity.key,
    cell: (field) => {
      const column = skip.has(field) ? undefined : columns.get(field);
      return column === undefined
        ? undefined
        : { ref: `${column}${first}`, range: `${column}$${first}:${column}$${lastRow}` };
    },
    parameter,
    choices: (key) => choicesOf(entity.fields.find((field) => field.key === key)),
  };
}

/** The rules of the template's entity that the spreadsheet program can check, in the pack's order, and the others. */
export function nativeChecks(target: NativeTarget): {
  readonly checks: readonly NativeCheck[];
  readonly without: readonly NotNative[];
} {
  const { pack, entity, binding } = target;
  const book = new FormulaBook(pack);
  const sheet = nativeSheet(target);
  const checks: NativeCheck[] = [];
  const without: NotNative[] = [];
  for (const rule of pack.rules) {
    const column = binding.columns.find(({ field }) => field === rule.field)?.column;
    if (rule.entity !== entity.key || column === undefined || target.skip.has(rule.field)) continue;
    const check = book.arg(entity, rule.check);
    const unset = [...dependencies(check).parameters].find((key) => key !== 'asOf' && target.parameter(key) === '');
    if (unset !== undefined) {
      without.push({ rule, reason: { code: 'no-value', what: unset } });
      continue;
    }
    const made = toNative(check, { ...sheet, own: rule.field });
    const when = rule.when === undefined ? undefined : toNative(book.arg(entity, rule.when), sheet);
    const failed = [made, when].find((part) => part?.ok === false);
    if (failed?.ok === false) {
      without.push({ rule, reason: failed.error });
      continue;
    }
    if (!made.ok) continue;
    const holds = when?.ok === true ? `OR(NOT(${when.value.text}),${made.value.text})` : made.value.text;
    // A rule that is silenced itself silences nothing.
    const silencers = checks
      .filter(({ rule: { id } }) => rule.unless.includes(id))
      .map((other) => (other.rule.unless.length === 0 ? sure(other.holds) : `NOT(${other.violated})`));
    const started = answers(check, target, '') ? [] : [rowStarted(target)];
    const parts = [...started, ...new Set(silencers), `NOT(${sure(holds)})`];
    const violated = parts.length === 1 ? parts.join() : `AND(${parts.join(',')})`;
    const derived = entity.fields.find(({ key }) => key === rule.field)?.derive;
    const typed =
      derived === undefined
        ? made
        : toNative(asTyped(check, book.arg(entity, derived.value), rule.field), { ...sheet, own: rule.field });
    const filled = when === undefined && typed.ok ? (typed.value.filled ?? typed.value.text) : holds;
    checks.push({ rule, column, cell: `${column}${binding.sampleRow}`, holds, filled, violated, check });
  }
  return { checks, without };
}

/** A formula that follows the fields it reads, for a derived field; '' where nothing can be derived. */
export function nativeDerived(target: NativeTarget, fieldKey: string): string | undefined {
  const { entity, pack } = target;
  const field = entity.fields.find(({ key }) => key === fieldKey);
  if (field?.derive === undefined) return undefined;
  const sheet = nativeSheet(target);
  const value = toNative(new FormulaBook(pack).arg(entity, field.derive.value), sheet);
  if (!value.ok) return undefined;
  // Nothing follows from a wrong ID number.
  const ids = entity.fields.filter(({ type, key }) => type === 'idNumber' && sheet.cell(key) !== undefined);
  const guards = ids.flatMap(({ key }): NativePart[] => {
    const right = toNative({ call: { fn: 'ID.CHECK', args: [{ field: key }, { param: 'asOf' }] } }, sheet);
    return right.ok ? [right.value] : [];
  });
  const [guard] = guards;
  return `IFERROR(${guard === undefined ? value.value.text : `IF(${guard.text},${operand(value.value, 1)},"")`},"")`;
}

/**
 * What is asked about a value that somebody types over a derived one: it stands for the derivation itself, and whether
 * the two are the same is the business of the rule that compares them.
 */
function asTyped(arg: Arg, derivation: Arg, field: string): Arg {
  if (!('call' in arg) || !('call' in derivation)) return arg;
  if (JSON.stringify(arg) === JSON.stringify(derivation)) return { field };
  return { call: { ...arg.call, args: arg.call.args.map((inner) => asTyped(inner, derivation, field)) } };
}

/** A verdict that is never an error; an error is a violation. */
const sure = (holds: string): string => `IFERROR(${holds},FALSE)`;

/**
 * Whether a rule is right where this stands in each field that it reads. What has nothing to say about an empty row is
 * asked everywhere, anything else only where the row has been started.
 */
export function answers(check: Arg, target: Pick<NativeTarget, 'entity' | 'parameter'>, text: string): boolean {
  const value = (): Value => (text === '' ? null : text);
  const verdict = compile<undefined>(check, {
    field: () => value,
    parameter: (key) => () => target.parameter(key),
    choices: (key) => choicesOf(target.entity.fields.find((field) => field.key === key)),
    count: () => () => 0,
    partner: () => () => '',
  })(undefined);
  return verdict === true;
}

/** Whether anything stands in the bound cells of the row, the numbers in order aside. */
function rowStarted({ binding, entity }: NativeTarget): string {
  const typed = binding.columns.filter(({ field }) => {
    const type = entity.fields.find(({ key }) => key === field)?.type;
    return type !== 'sequence';
  });
  const [first, last] = [typed[0], typed.at(-1)];
  const row = binding.sampleRow;
  return `SUMPRODUCT(--($${first?.column ?? 'A'}${row}:$${last?.column ?? 'A'}${row}<>""))>0`;
}
