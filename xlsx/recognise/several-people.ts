import { looksLikeIdNumber, looksLikeName, squeezed } from './content.ts';

/** Names in one cell: below each other, or with a sign between them. */
const BETWEEN = /[\n、,，;；/／|｜&]+/u;

/**
 * The names of the people whom one row holds, in the order written; fewer than two where it holds one. Several names with
 * a sign between them are several people; below each other or with blanks between, the other cells have to say so too: a
 * name may be broken over two lines.
 */
export function peopleIn(texts: Readonly<Record<string, string>>): readonly string[] {
  const name = texts.name ?? '';
  if (name.length < 4) return [];
  const signed = namesIn(name.split(BETWEEN));
  if (signed.length > 1 && /[、,，;；/／|｜&]/u.test(name)) return signed;
  const names = signed.length > 1 ? signed : namesIn(name.split(/\s+/));
  const numbers = (texts.idNumber ?? '')
    .split(/[\s、,，;；/／|]+/u)
    .filter((part) => looksLikeIdNumber(squeezed(part)));
  return names.length > 1 && numbers.length === names.length ? names : [];
}

/** These parts, if each of them is a whole name. */
function namesIn(parts: readonly string[]): readonly string[] {
  const names = parts.map(squeezed).filter((part) => part !== '');
  return names.every((part) => [...part].length >= 2 && looksLikeName(part)) ? names : [];
}
