/**
 * Characters that XML 1.0 cannot carry, or that a parser would change: controls but tab and line feed, lone surrogates,
 * U+FFFE and U+FFFF. A text that already looks like an escape is escaped too, or it would be read as one.
 */
const CONTROLS = '[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]';
const LONE_SURROGATE = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
const UNSAFE = new RegExp(`${CONTROLS}|${LONE_SURROGATE}|_(?=x[0-9A-Fa-f]{4}_)`, 'g');
const SUSPECT = new RegExp(`${CONTROLS}|[&<>"_\\ud800-\\udfff]`);
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;
const KEEPS_SPACE = /^[ \t\n]|[ \t\n]$|[\t\n]| {2}/;

/** Text of an element in SpreadsheetML: XML escapes, and `_x000D_` (ECMA-376 ST_Xstring) for what XML cannot carry. */
export function escapeText(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return escapeMarkup(text.replace(UNSAFE, escapeUnit));
}

/** An attribute's value for double quotes; line breaks and tabs survive. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** Markup characters alone, for parts that know no `_x000D_` (names of sheets, formulas). */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** What `_x000D_` escapes stand for; the inverse of `escapeText` once the XML is parsed. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** `<t>` with its text; spaces that a reader might strip are protected. `prefix` is the part's prefix, `x:` or ``. */
export function textElement(text: string, prefix = ''): string {
  const space = KEEPS_SPACE.test(text) ? ' xml:space="preserve"' : '';
  return `<${prefix}t${space}>${escapeText(text)}</${prefix}t>`;
}

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
