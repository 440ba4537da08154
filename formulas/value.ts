import type { ErrorValue, Value } from './types.ts';

export const VALUE_ERROR: ErrorValue = { error: '#VALUE!' };
export const DIVISION_ERROR: ErrorValue = { error: '#DIV/0!' };
export const NUMBER_ERROR: ErrorValue = { error: '#NUM!' };
export const NOT_AVAILABLE: ErrorValue = { error: '#N/A' };

/** The longest text of a cell, in Excel as well. */
export const LONGEST_TEXT = 32_767;

/** Whether a value is an error. */
export function isError(value: Value | undefined): value is ErrorValue {
  return typeof value === 'object' && value !== null && 'error' in value;
}

function isList(value: Value | undefined): value is readonly string[] {
  return Array.isArray(value);
}

/** A value as text; a list or nothing is blank. */
export function asText(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return isError(value) ? (value.says ?? value.error) : '';
}

/** A value as a list of texts; a single non-blank text is a list of one. */
export function asList(value: Value | undefined): readonly string[] {
  if (isList(value)) return value;
  const text = asText(value);
  return text === '' ? [] : [text];
}

/** A value as a number; text that is no plain number has none. */
export function asNumber(value: Value | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) return undefined;
  return Number(value);
}

/** Whether nothing stands there: `''`, `null`, an empty list. */
export function isBlank(value: Value | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A value as Excel counts with it: blank is 0, text only when it is a number; nothing otherwise. */
export function countedNumber(value: Value | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null || value === undefined) return 0;
  if (typeof value !== 'string') return undefined;
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(%?)\s*$/.exec(value);
  return match === null ? undefined : Number(match[1]) / (match[2] === '%' ? 100 : 1);
}

/** A value as Excel shows it in a text: TRUE and FALSE in capitals. */
export function shownText(value: Value | undefined): string {
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : asText(value);
}

/** A value as a condition: a number is true unless 0, blank is false; other text is none. */
export function condition(value: Value | undefined): boolean | ErrorValue {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null || value === undefined) return false;
  if (isError(value)) return value;
  const text = typeof value === 'string' ? value.toUpperCase() : '';
  return text === 'TRUE' ? true : text === 'FALSE' ? false : VALUE_ERROR;
}
