import { XML_ENTITIES } from './xml-text.ts';

/** A tag of HTML or XML as it stands there, well-formed or not. */
export interface Tag {
  /** Lower case, without its namespace prefix. */
  readonly name: string;
  readonly end: boolean;
  /** `<br/>` */
  readonly empty: boolean;
  /** The value of an attribute by its local name, references not resolved; `undefined` where it is missing. */
  readonly get: (attribute: string) => string | undefined;
}

/** Hears what stands in markup, in its order; the first `false` ends it. */
export interface MarkupReader {
  tag(tag: Tag): boolean;
  /** @param raw references not resolved */
  text(raw: string): boolean;
}

/**
 * Goes through markup that nobody promised to be right: tags and the text between them, in time that grows with the length
 * only. Comments, declarations and processing instructions are left out, so is what stands inside the elements `skip`.
 */
export function scanMarkup(text: string, skip: ReadonlySet<string>, reader: MarkupReader): void {
  const ends = new TagEnds(text);
  let from = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', Math.max(at + 1, from))) {
    const other = afterOther(text, at);
    const [open, slash, written = ''] = other === undefined ? tagAt(text, at) : [];
    if (other === undefined && open === undefined) continue;
    if (at > from && !reader.text(text.slice(from, at))) return;
    if (other !== undefined) {
      if (text.startsWith(CDATA, at) && !reader.text(escaped(text.slice(at + CDATA.length, other - 3)))) return;
      from = other;
      continue;
    }
    const start = at + (open ?? '').length;
    const end = ends.from(start);
    const attributes = text.slice(start, end);
    const name = written.slice(written.indexOf(':') + 1).toLowerCase();
    const empty = attributes.endsWith('/');
    if (!reader.tag({ name, end: slash === '/', empty, get: (key) => attribute(attributes, key) })) return;
    from = end + 1;
    if (skip.has(name) && slash !== '/' && !empty) from = closing(text, name, from);
  }
  if (from < text.length) reader.text(text.slice(from));
}

const CDATA = '<![CDATA[';
const TAG = /<(\/?)([A-Za-z][^\s<>/"'=]*)/y;

function tagAt(text: string, at: number): readonly string[] {
  TAG.lastIndex = at;
  return TAG.exec(text) ?? [];
}

/** Behind a comment, a CDATA section, a declaration or instruction; `undefined` where none of them begins. */
function afterOther(text: string, at: number): number | undefined {
  const sign = text.charAt(at + 1);
  if (sign !== '!' && sign !== '?') return undefined;
  const close = text.startsWith('<!--', at) ? '-->' : text.startsWith(CDATA, at) ? ']]>' : '>';
  const end = text.indexOf(close, at + 2);
  return end < 0 ? text.length : end + close.length;
}

/** Finds where tags end, past a `>` in quotes. A quote that never closes is a letter. */
class TagEnds {
  readonly #last: ReadonlyMap<string, number>;

  constructor(readonly text: string) {
    this.#last = new Map(['"', "'"].map((quote) => [quote, text.lastIndexOf(quote)]));
  }

  from(start: number): number {
    const { text } = this;
    for (let at = start; at < text.length; at++) {
      const sign = text.charAt(at);
      if (sign === '>') return at;
      if ((sign === '"' || sign === "'") && at < (this.#last.get(sign) ?? -1)) at = text.indexOf(sign, at + 1);
    }
    return text.length;
  }
}

function closing(text: string, name: string, from: number): number {
  const found = new RegExp(`</(?:[\\w-]+:)?${name}\\b`, 'gi');
  found.lastIndex = from;
  return found.exec(text)?.index ?? text.length;
}

function attribute(written: string, key: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:"'])${key}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(written);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ...XML_ENTITIES,
  ['nbsp', '\u00a0'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['middot', '·'],
  ['times', '×'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['hellip', '…'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
]);

/** Resolves character references; what is none stays as it is. */
export function markupText(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));?/gi, (whole, hex, digits, name) => {
    if (name !== undefined) return NAMED.get(String(name).toLowerCase()) ?? whole;
    const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
