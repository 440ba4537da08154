import type { Result } from '../result.ts';
import { type Node, type Place, PRECEDENCE } from './ast.ts';
import type { FormulaError, FormulaErrorCode } from './error.ts';
import { type Token, tokenize } from './tokenize.ts';

/** Deeper nesting is no formula that a person wrote. Excel's own limit is 64 functions. */
const DEEPEST = 128;

class ParseFailure {
  readonly error: FormulaError;
  constructor(error: FormulaError) {
    this.error = error;
  }
}

/**
 * Reads a formula: operators and precedence as in Excel, `[field]`, `{parameter}`, `FUNCTION(…)`. Names are taken as
 * they are written; `lower` looks them up. The leading `=` may be left out. Never throws.
 * @example parse('=[年龄] <= {年龄上限}')
 */
export function parse(text: string): Result<Node, FormulaError> {
  const tokens = tokenize(text);
  if (!tokens.ok) return tokens;
  try {
    return { ok: true, value: new Parser(tokens.value).formula() };
  } catch (failure) {
    if (failure instanceof ParseFailure) return { ok: false, error: failure.error };
    throw failure;
  }
}

/** Precedence climbing over the tokens; failures leave by exception, and only `parse` sees them. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  formula(): Node {
    if (this.#next().kind === 'end') this.#fail('empty', this.#next());
    const node = this.#binary(1);
    const rest = this.#next();
    if (rest.kind !== 'end') this.#fail('not-expected', rest);
    return node;
  }

  #next(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', value: '', from: 0, to: 0 };
  }

  #take(): Token {
    const token = this.#next();
    this.#at++;
    return token;
  }

  #fail(code: FormulaErrorCode, { from, to, value }: Token): never {
    throw new ParseFailure({ code, from, to, what: String(value) });
  }

  #binary(least: number): Node {
    if (++this.#depth > DEEPEST) this.#fail('too-deep', this.#next());
    let left = this.#postfix();
    for (;;) {
      const token = this.#next();
      if (token.kind !== 'operator' || PRECEDENCE[token.value] < least) break;
      this.#at++;
      const right = this.#binary(PRECEDENCE[token.value] + 1);
      left = { kind: 'binary', operator: token.value, left, right, from: left.from, to: right.to };
    }
    this.#depth--;
    return left;
  }

  #postfix(): Node {
    let node = this.#unary();
    while (this.#next().kind === '%') node = { kind: 'percent', operand: node, from: node.from, to: this.#take().to };
    return node;
  }

  #unary(): Node {
    const token = this.#next();
    if (token.kind !== 'operator' || (token.value !== '-' && token.value !== '+')) return this.#primary();
    if (++this.#depth > DEEPEST) this.#fail('too-deep', token);
    this.#at++;
    const operand = this.#unary();
    this.#depth--;
    return { kind: 'unary', operator: token.value, operand, from: token.from, to: operand.to };
  }

  #primary(): Node {
    const token = this.#take();
    const { from, to } = token;
    switch (token.kind) {
      case 'number':
        return { kind: 'number', value: token.value, from, to };
      case 'text':
        return { kind: 'text', value: token.value, from, to };
      case 'field':
        return { kind: 'field', name: token.value, from, to };
      case 'parameter':
        return { kind: 'parameter', name: token.value, from, to };
      case 'word':
        return this.#word(token.value, { from, to }, token);
      case '(': {
        const inner = this.#binary(1);
        this.#close(token);
        return inner;
      }
      default:
        return this.#fail('value-expected', token);
    }
  }

  #word(name: string, place: Place, token: Token): Node {
    if (this.#next().kind !== '(') {
      const upper = name.toUpperCase();
      if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'boolean', value: upper === 'TRUE', ...place };
      return this.#fail('unknown-word', token);
    }
    const open = this.#take();
    if (this.#next().kind === ')') return { kind: 'call', name, args: [], from: place.from, to: this.#take().to };
    const args = [this.#argument()];
    while (this.#next().kind === ',') {
      this.#at++;
      args.push(this.#argument());
    }
    return { kind: 'call', name, args, from: place.from, to: this.#close(open).to };
  }

  #argument(): Node {
    const { kind, from } = this.#next();
    return kind === ',' || kind === ')' ? { kind: 'missing', from, to: from } : this.#binary(1);
  }

  #close(open: Token): Token {
    const token = this.#take();
    if (token.kind === ')') return token;
    return token.kind === 'end' ? this.#fail('unclosed-parenthesis', open) : this.#fail('not-expected', token);
  }
}
