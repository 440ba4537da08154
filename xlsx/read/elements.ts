import type { ZipArchive, ZipEntry } from '../zip/read-zip.ts';
import { decodePart } from './decode-part.ts';
import { plainMarkup } from './plain-markup.ts';
import { failure } from './types.ts';
import { decodeText } from './xml-text.ts';

/** Workbook, relationships and styles of real files take some hundred KB; bytes. */
const LARGEST = 24 * 1024 * 1024;

/** An element's start as the small parts need it: local name, attributes by local name. */
export interface Element {
  readonly name: string;
  readonly attributes: { readonly get: (name: string) => string | undefined };
  /** Local names of the ancestors, outermost first. */
  readonly path: readonly string[];
}

/** A tag from its `<` on: the slash of an end tag, the name, the attributes, the slash of an empty element. */
const TAG = /<(\/?)([^\s<>/=]+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Goes through the elements of a small part (workbook, relationships, styles) in document order. Most elements' attributes
 * are never asked for, and are taken apart only then.
 * @throws ReadFailure 'dtd' | 'bad-xml' and what reading the part throws
 */
export function forEachElement(zip: ZipArchive, entry: ZipEntry, visit: (element: Element) => void): void {
  if (entry.size > LARGEST) throw failure('too-large', entry.name);
  const xml = plainMarkup(withoutDeclaration(decodePart(zip, entry)), entry.name);
  const path: string[] = [];
  let roots = 0;
  let from = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', from)) {
    if (path.length === 0 && xml.slice(from, at).trim() !== '') throw failure('bad-xml', entry.name);
    TAG.lastIndex = at;
    const [tag, end, name = '', attributes = '', empty] = TAG.exec(xml) ?? [];
    if (tag === undefined) throw failure('bad-xml', entry.name);
    from = at + tag.length;
    const local = name.slice(name.indexOf(':') + 1);
    if (end === '/') {
      if (path.pop() !== local || attributes !== '') throw failure('bad-xml', entry.name);
      continue;
    }
    if (path.length === 0 && ++roots > 1) throw failure('bad-xml', entry.name);
    visit({ name: local, attributes: new Attributes(attributes), path });
    if (empty !== '/') path.push(local);
  }
  if (path.length > 0 || roots === 0 || xml.slice(from).trim() !== '') throw failure('bad-xml', entry.name);
}

function withoutDeclaration(xml: string): string {
  return /^\uFEFF?\s*<\?xml\s[^>]*\?>/.test(xml) ? xml.slice(xml.indexOf('?>') + 2) : xml;
}

class Attributes {
  #values: Map<string, string> | undefined;

  constructor(readonly written: string) {}

  readonly get = (name: string): string | undefined => {
    this.#values ??= valuesOf(this.written);
    return this.#values.get(name);
  };
}

/** Attributes by local name; a declaration of a namespace is none. */
function valuesOf(written: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const [, name = '', double, single] of written.matchAll(ATTRIBUTE))
    if (!/^xmlns(?::|$)/.test(name)) values.set(name.slice(name.indexOf(':') + 1), decodeText(double ?? single ?? ''));
  return values;
}
