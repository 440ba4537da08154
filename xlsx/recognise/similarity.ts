import type { Field } from '../../sheets-templates/schema.ts';
import { headerText } from './header-text.ts';
import { meaningOf, speaksAgainst } from './meaning.ts';

/** From here on a header is taken to mean a field. */
export const SURE = 0.6;

/** The names under which a field is known, made comparable once. */
export interface FieldNames {
  readonly field: Field;
  readonly names: readonly string[];
  /** The official label, for fields whose label names several parts. */
  readonly label: string;
}

export function fieldNames(field: Field): FieldNames {
  const names = new Set<string>();
  for (const name of [field.label, ...field.aliases]) {
    const { core, full } = headerText(name);
    if (core !== '') names.add(core);
    if (full !== '') names.add(full);
  }
  return { field, names: [...names], label: headerText(field.label).full };
}

/** How well a header names each field that it could name at all, 0…1, by the field's key. */
export type HeaderScores = ReadonlyMap<string, number>;

/**
 * How well a header names the fields, 0…1: equal, one inside the other, the letters of one in order in the other, or
 * letters in common. A header that names two fields at once (结对干部联系电话) names neither.
 */
export function headerScores(header: string, all: readonly FieldNames[]): HeaderScores {
  let known = scores.get(all);
  if (known === undefined || known.size >= REMEMBERED) {
    known = new Map();
    scores.set(all, known);
  }
  const before = known.get(header);
  if (before !== undefined) return before;
  const made = new Map<string, number>();
  for (const target of all) {
    const score = computedScore(header, target, all);
    if (score > 0) made.set(target.field.key, score);
  }
  known.set(header, made);
  return made;
}

/** How well a header names one field, see `headerScores`. */
export function headerScore(header: string, { field }: FieldNames, all: readonly FieldNames[]): number {
  return headerScores(header, all).get(field.key) ?? 0;
}

/** Does a header surely name one of the fields? */
export function namesSome(header: string, all: readonly FieldNames[]): boolean {
  for (const score of headerScores(header, all).values()) if (score >= SURE) return true;
  return false;
}

/** Senders write the same few headers, and each row is asked several times whether it is one. */
const scores = new WeakMap<readonly FieldNames[], Map<string, HeaderScores>>();
const REMEMBERED = 2_000;

function computedScore(header: string, target: FieldNames, all: readonly FieldNames[]): number {
  const { core, full } = headerText(header);
  if (core === '' || core.length > 30) return 0;
  if (core !== full && speaksAgainst(target.field.key, full)) return 0;
  if (target.names.includes(core) || target.names.includes(full)) return 1;
  const { key } = target.field;
  const [meaning, wider] = [meaningOf(key, core), core === full ? undefined : meaningOf(key, full)];
  if (meaning === 'never') return 0;
  if (meaning === 'means' || wider === 'means') return 0.95;
  const alike = Math.max(scoreOf(core, target, all), full === core ? 0 : scoreOf(full, target, all) * 0.95);
  return meaning === 'second' ? Math.min(alike, 0.7) : alike;
}

function scoreOf(text: string, target: FieldNames, all: readonly FieldNames[]): number {
  let best = 0;
  for (const name of target.names) {
    let score = pairScore(text, name);
    if (score > best && name.length >= 2 && text.length > name.length && text.includes(name)) {
      if (namesAnother(text.replace(name, ''), target, all)) score /= 2;
    }
    best = Math.max(best, score);
  }
  return best;
}

function namesAnother(rest: string, target: FieldNames, all: readonly FieldNames[]): boolean {
  if (rest.length < 2) return false;
  return all.some(
    (other) =>
      other !== target &&
      other.names.some((name) => name === rest || (rest.length >= 3 && pairScore(rest, name) >= 0.8)),
  );
}

/** Two normalised names compared, 0…1. */
export function pairScore(text: string, name: string): number {
  if (text === name) return 1;
  if (name.length >= 2 && text.includes(name)) return 0.5 + (0.45 * name.length) / text.length;
  const ratio = text.length / name.length;
  if (text.length >= 2 && name.includes(text)) return ratio < 0.5 ? ratio : 0.4 + 0.55 * ratio;
  if (text.length >= 3 && name.length > text.length && isSubsequence(text, name)) return 0.35 + 0.55 * ratio;
  if (name.length >= 3 && isSubsequence(name, text)) return 0.35 + 0.5 / ratio;
  const run = (2 * longestRun(text, name)) / (text.length + name.length);
  return Math.max(run > 0.6 ? 0.35 + 0.55 * run : 0, 0.8 * commonLetters(text, name));
}

/**
 * Length of the longest stretch that both have and that ends one of them, 0 below three letters: 居民身份证号 and
 * 身份证号码 share four. What a header is about stands at its end: 后备干部身份 and 后备干部姓名 share nothing.
 */
function longestRun(a: string, b: string): number {
  for (let length = Math.min(a.length, b.length); length >= 3; length--) {
    for (let at = 0; at + length <= a.length; at++) {
      const part = a.slice(at, at + length);
      if (at + length === a.length ? b.includes(part) : b.endsWith(part)) return length;
    }
  }
  return 0;
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of short) {
    const found = long.indexOf(letter, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}

/** Dice's coefficient over letters. */
function commonLetters(a: string, b: string): number {
  const rest = new Map<string, number>();
  for (const letter of a) rest.set(letter, (rest.get(letter) ?? 0) + 1);
  let common = 0;
  for (const letter of b) {
    const count = rest.get(letter) ?? 0;
    if (count === 0) continue;
    rest.set(letter, count - 1);
    common++;
  }
  return (2 * common) / ([...a].length + [...b].length);
}
