import type { Value } from './types.ts';

/** A value as text; a list or nothing is blank. */
export function asText(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return '';
}

/** A value as a list of texts; a single non-blank text is a list of one. */
export function asList(value: Value | undefined): readonly string[] {
  if (Array.isArray(value)) return value;
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
