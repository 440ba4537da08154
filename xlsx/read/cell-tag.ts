import { MAX_COLUMN, MAX_ROW } from './reference.ts';

/** What the start tag of a cell says. One object is used again and again: a sheet has a million cells. */
export interface CellTag {
  /** 0-based, -1 where the tag names none or one beyond the sheet. */
  column: number;
  /** 1-based, -1 where the tag names none. */
  row: number;
  style: number;
  type: string;
}

/** Reads the attributes of `<c r="K7" s="3" t="s"` between `from` (behind the name) and `to` (its `>`). */
export function readCellTag(xml: string, from: number, to: number, tag: CellTag): void {
  tag.column = -1;
  tag.row = -1;
  tag.style = 0;
  tag.type = 'n';
  let at = from;
  while (at < to) {
    const equals = xml.indexOf('=', at);
    if (equals < 0 || equals >= to) return;
    let quote = equals + 1;
    while (quote < to && xml.charCodeAt(quote) !== 34 && xml.charCodeAt(quote) !== 39) quote++;
    const end = xml.indexOf(xml.charAt(quote), quote + 1);
    if (end < 0 || end > to) return;
    let last = equals - 1;
    while (xml.charCodeAt(last) <= 32) last--;
    // Only names of one letter matter: r, s, t.
    if (xml.charCodeAt(last - 1) <= 32) {
      const name = xml.charCodeAt(last);
      if (name === 114) readReference(xml, quote + 1, end, tag);
      else if (name === 115) tag.style = Number(xml.slice(quote + 1, end)) || 0;
      else if (name === 116) tag.type = typeAt(xml, quote + 1, end);
    }
    at = end + 1;
  }
}

/** The commonest types without cutting a string out for each cell. */
function typeAt(xml: string, from: number, to: number): string {
  if (to - from === 1) {
    const code = xml.charCodeAt(from);
    if (code === 115) return 's';
    if (code === 110) return 'n';
  }
  return xml.slice(from, to);
}

function readReference(xml: string, from: number, to: number, tag: CellTag): void {
  let column = 0;
  let row = 0;
  for (let at = from; at < to; at++) {
    const code = xml.charCodeAt(at);
    if (code >= 65 && code <= 90) column = column * 26 + code - 64;
    else if (code >= 97 && code <= 122) column = column * 26 + code - 96;
    else if (code >= 48 && code <= 57) row = row * 10 + code - 48;
    else if (code !== 36) return;
  }
  if (column < 1 || column - 1 > MAX_COLUMN || row < 1 || row > MAX_ROW) return;
  tag.column = column - 1;
  tag.row = row;
}

/** The value of an attribute in the start tag `xml.slice(from, to)`, for tags that are few. */
export function attribute(tag: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const match = pattern.exec(tag);
  return match?.[1] ?? match?.[2];
}

/** By the attribute's name; the program asks for a handful of names. */
const patterns = new Map<string, RegExp>();
