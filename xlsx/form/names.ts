import { safeName } from '../export/summary.ts';

/** Excel: 31 UTF-16 units, none of these characters, no quote at either end, not `History`. */
const LONGEST_SHEET = 31;
const FORBIDDEN = /[\\/?*[\]:]/g;
/** File systems count bytes: three pieces of so many Chinese characters and the words between them stay below 255. */
const LONGEST_PIECE = 20;

/** A sheet's name from its pattern (`{name}`), not yet unique. */
export function sheetPattern(pattern: string, value: (key: string) => string): string {
  return replaced(pattern, value);
}

/** A file's name from its pattern; pieces that are blank leave no double hyphen. */
export function filePattern(pattern: string, value: (key: string) => string): string {
  const dot = pattern.lastIndexOf('.');
  const stem = dot < 0 ? pattern : pattern.slice(0, dot);
  const name = replaced(stem, (key) => [...safeName(value(key))].slice(0, LONGEST_PIECE).join(''));
  return `${name.replace(/-{2,}/g, '-').replace(/^-|-$/g, '')}${dot < 0 ? '' : pattern.slice(dot)}`;
}

function replaced(pattern: string, value: (key: string) => string): string {
  return pattern.replace(/\{([A-Za-z][A-Za-z0-9]*)\}/g, (_, key: string) => value(key));
}

/** Hands out names that Excel takes, each once; `fallback` serves where nothing is left of a name. */
export class SheetNames {
  readonly #taken: Set<string>;

  constructor(
    taken: Iterable<string>,
    readonly fallback: string,
  ) {
    this.#taken = new Set([...taken, 'History'].map(folded));
  }

  take(wish: string): string {
    const plain = trimmed(
      [...wish]
        .map((c) => (c < ' ' || c === '\u007f' ? ' ' : c))
        .join('')
        .replace(FORBIDDEN, '_'),
    );
    const name = cut(plain === '' ? this.fallback : plain, LONGEST_SHEET);
    return unique(this.#taken, name, (n) => {
      const tail = ` (${n})`;
      return cut(name, LONGEST_SHEET - tail.length) + tail;
    });
  }
}

/** Hands out file names, each once, whatever the case: `…-纪实表(2).xlsx`. */
export class FileNames {
  readonly #taken = new Set<string>();

  take(wish: string): string {
    const dot = wish.lastIndexOf('.');
    return unique(this.#taken, wish, (n) => `${wish.slice(0, dot)}(${n})${wish.slice(dot)}`);
  }
}

function unique(taken: Set<string>, wish: string, next: (n: number) => string): string {
  let name = wish;
  for (let n = 2; taken.has(folded(name)); n++) name = next(n);
  taken.add(folded(name));
  return name;
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function trimmed(text: string): string {
  return text.replace(/^[\s']+|[\s']+$/g, '');
}

/** At most `length` UTF-16 units, no character cut in two. */
function cut(text: string, length: number): string {
  let result = '';
  for (const character of text) {
    if (result.length + character.length > length) break;
    result += character;
  }
  return trimmed(result);
}
