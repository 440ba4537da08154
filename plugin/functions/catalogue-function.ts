import {
  ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  ErrorType,
  ErrorValueObject,
} from '@univerjs/engine-formula';
import { formatDay, localDay, serialDay } from '../../formulas/calendar.ts';
import { functionCalled } from '../../formulas/functions.ts';
import type { FunctionSpec, ParameterSpec, Value } from '../../formulas/types.ts';
import { asText, isBlank, isError, VALUE_ERROR } from '../../formulas/value.ts';
import { cellsOf, MOST_CELLS, toArray, toObject, toValue } from './values.ts';

/** Functions that look at errors instead of passing them on. */
const LOOKS_AT_ERRORS: ReadonlySet<string> = new Set(['IF', 'IFERROR', 'COALESCE', 'AND', 'OR']);

/** An argument: one value, all values of a list, or a range of which every cell is asked. */
type Argument = { readonly value: Value } | { readonly cells: readonly (readonly BaseValueObject[])[] };

/**
 * A function of the catalogue in a cell, by its English or a Chinese name. One class for all of them, found by name, so
 * that it can be made in a worker as well. Whatever it is given, it answers at once: an error inside would stop every
 * formula of the workbook for good. A range spills, one result per cell.
 */
export class CatalogueFunction extends BaseFunction {
  readonly #spec: FunctionSpec | undefined;

  constructor(name: string) {
    super(name);
    this.#spec = functionCalled(name);
    const parameters = this.#spec?.parameters ?? [];
    this.minParams = parameters.filter(({ optional }) => optional !== true).length;
    this.maxParams = parameters.at(-1)?.rest === true ? 255 : parameters.length;
  }

  /** Texts such as "1990.05" and "2017-11-30" are what they are, neither numbers nor dates. */
  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    try {
      return this.#spec ? answer(this.#spec, variants) : ErrorValueObject.create(ErrorType.NAME);
    } catch {
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  }
}

function answer(spec: FunctionSpec, variants: readonly BaseValueObject[]): BaseValueObject {
  const args: Argument[] = [];
  for (const [at, variant] of variants.entries()) {
    const parameter = spec.parameters[Math.min(at, spec.parameters.length - 1)];
    const arg = parameter && argument(parameter, variant);
    if (arg === undefined) return ErrorValueObject.create(ErrorType.VALUE);
    args.push(arg);
  }
  const dated = spec.parameters.findIndex(({ name }) => name === 'asOf');
  const given = args[dated];
  if (dated >= 0 && dated <= args.length && (given === undefined || ('value' in given && given.value === null))) {
    args[dated] = { value: localDay() };
  }
  const flat = spec.parameters.at(-1)?.rest === true ? args.flatMap(spread) : args;
  const rows = Math.max(1, ...flat.map((arg) => ('cells' in arg ? arg.cells.length : 1)));
  const columns = Math.max(1, ...flat.map((arg) => ('cells' in arg ? (arg.cells[0]?.length ?? 1) : 1)));
  if (rows * columns > MOST_CELLS) return ErrorValueObject.create(ErrorType.VALUE);
  if (rows * columns === 1) return once(spec, flat, 0, 0);
  return toArray(
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => once(spec, flat, row, column)),
    ),
  );
}

function argument(parameter: ParameterSpec, object: BaseValueObject): Argument | undefined {
  if (!(object instanceof ArrayValueObject)) {
    const value = toValue(object);
    return value === undefined ? undefined : { value: fitted(parameter, value) };
  }
  if (object.getRowCount() * object.getColumnCount() > MOST_CELLS) return undefined;
  const cells = cellsOf(object);
  if (parameter.list !== true) return { cells };
  const values = cells.flat().map(toValue);
  const failed = values.find((value) => value === undefined || isError(value));
  if (failed !== undefined || values.includes(undefined)) return failed && { value: failed };
  return { value: values.filter((value) => !isBlank(value)).map(asText) };
}

/** A repeated argument takes all cells of a range as so many arguments. */
function spread(arg: Argument): readonly Argument[] {
  if (!('cells' in arg)) return [arg];
  return arg.cells.flat().map((cell) => {
    const value = toValue(cell);
    return { value: value === undefined ? VALUE_ERROR : value };
  });
}

/** A real date cell where a reference date is wanted. */
function fitted({ name }: ParameterSpec, value: Value): Value {
  if (name !== 'asOf' || typeof value !== 'number') return value;
  return value >= 1 && value < 2_958_466 ? formatDay(serialDay(Math.floor(value))) : value;
}

function once(spec: FunctionSpec, args: readonly Argument[], row: number, column: number): BaseValueObject {
  const values: Value[] = [];
  for (const [at, arg] of args.entries()) {
    if ('value' in arg) values.push(arg.value);
    else {
      // A single row or column goes with every row or column of the others.
      const line = arg.cells[arg.cells.length === 1 ? 0 : row];
      const cell = line?.[line.length === 1 ? 0 : column];
      if (cell === undefined) return ErrorValueObject.create(ErrorType.NA);
      const parameter = spec.parameters[Math.min(at, spec.parameters.length - 1)];
      const value = toValue(cell);
      if (value === undefined || parameter === undefined) return ErrorValueObject.create(ErrorType.VALUE);
      values.push(fitted(parameter, value));
    }
  }
  const failed = LOOKS_AT_ERRORS.has(spec.name) ? undefined : values.find(isError);
  return toObject(failed ?? spec.run(...values));
}
