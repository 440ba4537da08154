import {
  ArrayValueObject,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import type { ErrorValue, Value } from '../../formulas/types.ts';
import { LONGEST_TEXT } from '../../formulas/value.ts';

const ERRORS: ReadonlyMap<string, ErrorValue> = new Map(
  (['#VALUE!', '#DIV/0!', '#NUM!', '#N/A', '#NAME?', '#REF!', '#NULL!'] as const).map((error) => [error, { error }]),
);
const TYPES: Readonly<Record<ErrorValue['error'], ErrorType>> = {
  '#VALUE!': ErrorType.VALUE,
  '#DIV/0!': ErrorType.DIV_BY_ZERO,
  '#NUM!': ErrorType.NUM,
  '#N/A': ErrorType.NA,
  '#NAME?': ErrorType.NAME,
  '#REF!': ErrorType.REF,
  '#NULL!': ErrorType.NULL,
};

/** The largest result and the largest range that is looked through, in cells. */
export const MOST_CELLS = 200_000;

/** A single value of a cell as the catalogue's functions take it; nothing for what they must not be given. */
export function toValue(object: BaseValueObject | undefined): Value | undefined {
  if (object === undefined || object.isNull()) return null;
  if (object.isError()) {
    const type: string = object instanceof ErrorValueObject ? object.getErrorType() : '';
    return ERRORS.get(type) ?? { error: '#VALUE!' };
  }
  const value: unknown = object.getValue();
  if (object.isString()) return typeof value === 'string' && value.length <= LONGEST_TEXT ? value : undefined;
  if (object.isNumber()) return typeof value === 'number' ? value : undefined;
  return object.isBoolean() ? value === true : undefined;
}

/** A value of the catalogue as the engine takes it. A text stays a text, whatever number it looks like. */
export function toObject(value: Value): BaseValueObject {
  if (value === null) return StringValueObject.create('');
  if (typeof value === 'number') {
    return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create(ErrorType.NUM);
  }
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (typeof value === 'object' && 'error' in value) {
    return value.says === undefined
      ? ErrorValueObject.create(TYPES[value.error])
      : StringValueObject.create(value.says);
  }
  const text = typeof value === 'string' ? value : value.join('、');
  return text.length > LONGEST_TEXT ? ErrorValueObject.create(ErrorType.VALUE) : StringValueObject.create(text);
}

/** The cells of a range or array, row by row. */
export function cellsOf(object: ArrayValueObject): readonly (readonly BaseValueObject[])[] {
  return object.getArrayValue().map((row) => row.map((cell) => cell ?? NullValueObject.create()));
}

/** A result of several cells, which the sheet spills. */
export function toArray(rows: BaseValueObject[][]): ArrayValueObject {
  const place = { unitId: '', sheetId: '', row: -1, column: -1 };
  return ArrayValueObject.create({
    calculateValueList: rows,
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    ...place,
  });
}
