import { tokenize } from '../../formulas/language/tokenize.ts';
import { quoted } from '../../formulas/native.ts';

/** A formula with parameters written out as values that are being tried; those without one stay. */
export function fillParameters(check: string, values: ReadonlyMap<string, string | number>): string {
  const tokens = tokenize(check);
  if (!tokens.ok) return check;
  let text = '';
  let at = 0;
  for (const token of tokens.value) {
    const value = token.kind === 'parameter' ? values.get(token.value) : undefined;
    if (value === undefined) continue;
    text += check.slice(at, token.from) + (typeof value === 'number' ? value : quoted(value));
    at = token.to;
  }
  return text + check.slice(at);
}
