import { escapeAttribute } from './escape.ts';
import type { XmlElement } from './tree.ts';

/** A stretch of the source that is replaced; `start` = `end` inserts. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The source between `from` and `to` with these edits, which may come in any order but must not overlap.
 * Everything else is copied letter by letter.
 */
export function applyEdits(source: string, edits: readonly Edit[], from = 0, to = source.length): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = from;
  for (const edit of sorted) {
    if (edit.start < at || edit.end > to) throw new Error('edits overlap');
    result += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + source.slice(at, to);
}

/** An opening tag's text with one attribute changed, added, or taken away (`undefined`). */
export function withAttribute(openTag: string, name: string, value: string | undefined): string {
  const pattern = new RegExp(`(\\s)${escapeRegExp(name)}\\s*=\\s*("[^"]*"|'[^']*')`);
  const written = value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`;
  if (pattern.test(openTag)) return openTag.replace(pattern, () => written);
  return value === undefined ? openTag : openTag.replace(/\s*(\/?>)$/, (_, close: string) => `${written}${close}`);
}

/** The edit that changes attributes of an element's opening tag. */
export function attributeEdit(
  source: string,
  element: XmlElement,
  attributes: Readonly<Record<string, string | undefined>>,
): Edit {
  let tag = source.slice(element.start, element.openEnd);
  for (const [name, value] of Object.entries(attributes)) tag = withAttribute(tag, name, value);
  return { start: element.start, end: element.openEnd, text: tag };
}

/** The edit that replaces what stands between an element's tags. */
export function contentEdit(source: string, element: XmlElement, content: string): Edit {
  if (!element.selfClosing) return { start: element.openEnd, end: element.closeStart, text: content };
  const tag = source.slice(element.start, element.end).replace(/\s*\/>$/, '>');
  return { start: element.start, end: element.end, text: `${tag}${content}</${element.name}>` };
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
