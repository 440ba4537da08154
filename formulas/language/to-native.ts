import { functionNamed } from '../functions.ts';
import { atom, quoted } from '../native.ts';
import type { Result } from '../result.ts';
import type { NativePart, Value } from '../types.ts';
import { isError } from '../value.ts';
import { compile } from './compile.ts';
import type { Arg, Count } from './expression.ts';

/** The sheet that a native formula is for; rows and columns as the workbook names them. */
export interface NativeSheet {
  /** The entity whose records are the rows. */
  readonly entity: string;
  /** The field whose cell is checked, in a rule. */
  readonly own?: string;
  /** The cell of a field in the row that is checked (`K4`), and its column over all rows (`K$4:K$500`). */
  readonly cell: (field: string) => { readonly ref: string; readonly range: string } | undefined;
  readonly parameter: (key: string) => Value;
  readonly choices: (field: string) => readonly string[];
}

/**
 * Why a formula has no native form: a function has none (`what` names it), a field has no column, it looks at records
 * that are not rows of this sheet, or a parameter is not set.
 */
export interface NativeReason {
  readonly code: 'no-native-function' | 'no-column' | 'other-records' | 'no-value';
  readonly what: string;
}

type Native = Result<NativePart, NativeReason>;

const fail = (code: NativeReason['code'], what: string): Native => ({ ok: false, error: { code, what } });

/** The formula as a spreadsheet program calculates it in the row of `sheet.cell`, with relative references. Never throws. */
export function toNative(arg: Arg, sheet: NativeSheet): Native {
  if ('field' in arg) {
    const cell = sheet.cell(arg.field);
    const own = arg.field === sheet.own ? { own: true } : {};
    return cell ? { ok: true, value: { ...atom(cell.ref, true), ...own } } : fail('no-column', arg.field);
  }
  if ('count' in arg) return countForm(arg.count, sheet);
  if ('partner' in arg) return fail('other-records', arg.partner.entity);
  if (isConstant(arg)) return literal(constantOf(arg, sheet), nameOf(arg), 'call' in arg);
  if (!('call' in arg)) return fail('no-value', '');
  const { fn, args } = arg.call;
  const form = functionNamed(fn)?.native;
  if (!form) return fail('no-native-function', fn);
  const parts: NativePart[] = [];
  for (const inner of args) {
    const part = toNative(inner, sheet);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  const made = form(...parts);
  if (made === undefined) return fail('no-native-function', fn);
  return { ok: true, value: typeof made === 'string' ? atom(made) : made };
}

function isConstant(arg: Arg): boolean {
  if ('call' in arg) return arg.call.args.every(isConstant);
  return 'value' in arg || 'param' in arg || 'choices' in arg;
}

function constantOf(arg: Arg, sheet: NativeSheet): Value {
  const none = (): Value => '';
  return compile<undefined>(arg, {
    field: () => none,
    parameter: (key) => () => sheet.parameter(key),
    choices: sheet.choices,
    count: () => none,
    partner: () => none,
  })(undefined);
}

function nameOf(arg: Arg): string {
  return 'param' in arg ? arg.param : 'call' in arg ? arg.call.fn : '';
}

/** A value as a literal. A list has no text, and is for functions that write it out themselves. */
function literal(value: Value, what: string, computed: boolean): Native {
  // A function that answers nothing to constants was asked about something that is not set.
  if (isError(value) || (value === '' && computed)) return fail('no-value', what);
  if (value === null || value === '') return { ok: true, value: { ...atom('""', true), value: '' } };
  const text =
    typeof value === 'string' ? quoted(value) : typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
  return { ok: true, value: { ...atom(text), value } };
}

/** Rows with the same value; not COUNTIF, which takes 18-digit texts for numbers and compares 15 digits of them. */
function countForm(count: Count, sheet: NativeSheet): Native {
  const pairs = Object.entries(count.where);
  if (count.entity !== sheet.entity || pairs.length === 0) return fail('other-records', count.entity);
  const same: string[] = [];
  const filled: string[] = [];
  for (const [key, wanted] of pairs) {
    const cell = sheet.cell(key);
    const value = toNative(wanted, sheet);
    if (!cell) return fail('no-column', key);
    if (!value.ok) return value;
    filled.push(`(${value.value.text}<>"")`);
    same.push(`(${cell.range}=${value.value.text})`);
  }
  return { ok: true, value: { ...atom(`SUMPRODUCT(${[...filled, ...same].join('*')})`), sure: true } };
}
