import type { Result } from '../result.ts';
import type { BinaryOperator, Place } from './ast.ts';
import type { FormulaError, FormulaErrorCode } from './error.ts';

export type Token = Place &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'text' | 'field' | 'parameter' | 'word'; readonly value: string }
    | { readonly kind: 'operator'; readonly value: BinaryOperator }
    | { readonly kind: '(' | ')' | ',' | '%' | 'end'; readonly value: string }
  );

/** Punctuation as a Chinese keyboard types it, and what it stands for. */
const WIDE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '（': '(',
    '）': ')',
    '，': ',',
    '＝': '=',
    '＜': '<',
    '＞': '>',
    '＋': '+',
    '－': '-',
    '＊': '*',
    '／': '/',
    '＾': '^',
    '＆': '&',
    '％': '%',
    '【': '[',
    '［': '[',
    '｛': '{',
    '≤': '<=',
    '≥': '>=',
    '≠': '<>',
    '×': '*',
    '÷': '/',
  }),
);
const CLOSERS: Readonly<Record<string, string>> = { '[': ']】］', '{': '}｝', '“': '”', '"': '"' };
const BLANK = /\s/;
const NUMBER = /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y;
const WORD = /[\p{L}_][\p{L}\p{N}\p{M}_.]*/uy;
const OPERATOR = /<>|<=|>=|[=<>^*/+\-&]/y;
const OPERATORS: ReadonlySet<string> = new Set(['^', '*', '/', '+', '-', '&', '=', '<>', '<', '>', '<=', '>=']);
/** Excel's own limit for a formula. */
const LONGEST = 8192;

const isOperator = (text: string): text is BinaryOperator => OPERATORS.has(text);

/** The words of a formula; a leading `=` is no part of it. Full-width punctuation counts as plain. */
export function tokenize(text: string): Result<readonly Token[], FormulaError> {
  const tokens: Token[] = [];
  const fail = (code: FormulaErrorCode, from: number, to: number): Result<readonly Token[], FormulaError> => ({
    ok: false,
    error: { code, from, to, what: text.slice(from, to) },
  });
  if (text.length > LONGEST) return fail('too-long', LONGEST, text.length);
  let at = /^\s*[=＝]?/.exec(text)?.[0].length ?? 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  while (at < text.length) {
    const from = at;
    const letter = text.charAt(at);
    if (BLANK.test(letter)) {
      at++;
      continue;
    }
    const plain = WIDE.get(letter) ?? letter;
    if (plain === '"' || plain === '“' || plain === '[' || plain === '{') {
      const inner = enclosed(text, at, CLOSERS[plain] ?? plain);
      const kind = plain === '[' ? 'field' : plain === '{' ? 'parameter' : 'text';
      if (!inner) return fail(`unclosed-${kind}`, from, text.length);
      at = inner.to;
      tokens.push({ kind, value: kind === 'text' ? inner.value : inner.value.trim(), from, to: at });
      continue;
    }
    if (plain === '(' || plain === ')' || plain === ',' || plain === '%') {
      at++;
      tokens.push({ kind: plain, value: plain, from, to: at });
      continue;
    }
    const operator = plain === letter ? match(OPERATOR) : wideOperator(text, at, plain);
    if (operator !== undefined && isOperator(operator)) {
      // A wide sign is one letter whatever it stands for, and two wide signs may make one operator.
      at += plain === letter || plain.length === 1 ? operator.length : 1;
      tokens.push({ kind: 'operator', value: operator, from, to: at });
      continue;
    }
    const number = match(NUMBER);
    if (number !== undefined) {
      at += number.length;
      if (!Number.isFinite(Number(number))) return fail('bad-number', from, at);
      tokens.push({ kind: 'number', value: Number(number), from, to: at });
      continue;
    }
    const word = match(WORD);
    if (word === undefined)
      return fail('bad-character', from, from + String.fromCodePoint(text.codePointAt(from) ?? 0).length);
    at += word.length;
    tokens.push({ kind: 'word', value: word, from, to: at });
  }
  tokens.push({ kind: 'end', value: '', from: text.length, to: text.length });
  return { ok: true, value: tokens };
}

/** The operator that begins with a wide sign: `＜＝` is `<=`. */
function wideOperator(text: string, at: number, plain: string): string {
  if (plain.length > 1) return plain;
  const next = text.charAt(at + 1);
  const both = plain + (WIDE.get(next) ?? next);
  return isOperator(both) ? both : plain;
}

/** What stands between a bracket or quotation mark and its partner; a doubled quotation mark is one inside. */
function enclosed(
  text: string,
  at: number,
  closers: string,
): { readonly value: string; readonly to: number } | undefined {
  const quoted = closers === '"';
  let value = '';
  for (let end = at + 1; end < text.length; end++) {
    const letter = text.charAt(end);
    if (!closers.includes(letter)) value += letter;
    else if (quoted && text.charAt(end + 1) === '"') {
      value += '"';
      end++;
    } else return { value, to: end + 1 };
  }
  return undefined;
}
