import type { CellTag } from './cell-tag.ts';
import { MAX_COLUMN, MAX_ROW } from './reference.ts';

/** Where a plain cell's value stands. One object is used again and again, as its tag is. */
export interface PlainValue {
  from: number;
  to: number;
  /** The value of a shared string's cell: its place in the table of strings. */
  index: number;
}

const VALUE = '<v>';
const VALUE_END = '</v></c>';
const INLINE = '<is><t>';
const INLINE_END = '</t></is></c>';

/**
 * Reads a cell that is written as nearly every program writes them, in one go: `<c r="K7" s="3" t="s"><v>12</v></c>`, without
 * a prefix, a formula, or anything else in it.
 * @param at behind `<c`
 * @returns where the cell ends; -1 for one that is written in any other way: `tag` and `value` say nothing of it
 */
export function readPlainCell(xml: string, at: number, tag: CellTag, value: PlainValue): number {
  const start = readPlainTag(xml, at, tag);
  if (start < 0) return -1;
  const { type } = tag;
  if (type === 's') return readIndex(xml, start, value);
  return type === 'n' ? between(xml, start, VALUE, VALUE_END, value) : between(xml, start, INLINE, INLINE_END, value);
}

/** @returns behind the `>`, -1 where something unusual stands before it */
function readPlainTag(xml: string, from: number, tag: CellTag): number {
  tag.column = -1;
  tag.row = -1;
  tag.style = 0;
  tag.type = 'n';
  let at = from;
  while (xml.charCodeAt(at) === 32) {
    const name = xml.charCodeAt(at + 1);
    if (xml.charCodeAt(at + 2) !== 61 || xml.charCodeAt(at + 3) !== 34) return -1;
    at = attributeAt(xml, at + 4, name, tag);
    if (at < 0 || xml.charCodeAt(at) !== 34) return -1;
    at++;
  }
  return xml.charCodeAt(at) === 62 ? at + 1 : -1;
}

/** @returns behind the attribute's value, -1 for one that has to be looked at more closely */
function attributeAt(xml: string, from: number, name: number, tag: CellTag): number {
  let at = from;
  let code = xml.charCodeAt(at);
  if (name === 114) {
    let column = 0;
    let row = 0;
    for (; code >= 65 && code <= 90; code = xml.charCodeAt(++at)) column = column * 26 + code - 64;
    for (; code >= 48 && code <= 57; code = xml.charCodeAt(++at)) row = row * 10 + code - 48;
    if (column < 1 || column - 1 > MAX_COLUMN || row < 1 || row > MAX_ROW) return -1;
    tag.column = column - 1;
    tag.row = row;
    return at;
  }
  if (name === 115) {
    let style = 0;
    for (; code >= 48 && code <= 57; code = xml.charCodeAt(++at)) style = style * 10 + code - 48;
    tag.style = style;
    return at;
  }
  if (name !== 116) return -1;
  if (code === 105 && xml.startsWith('inlineStr', at)) {
    tag.type = 'inlineStr';
    return at + 9;
  }
  if (code !== 115 && code !== 110) return -1;
  tag.type = code === 115 ? 's' : 'n';
  return at + 1;
}

function readIndex(xml: string, start: number, value: PlainValue): number {
  if (!xml.startsWith(VALUE, start)) return -1;
  const from = start + VALUE.length;
  let at = from;
  let index = 0;
  for (let code = xml.charCodeAt(at); code >= 48 && code <= 57; code = xml.charCodeAt(++at))
    index = index * 10 + code - 48;
  if (at === from || !xml.startsWith(VALUE_END, at)) return -1;
  value.from = from;
  value.to = at;
  value.index = index;
  return at + VALUE_END.length;
}

/** The text between two tags, nothing but text. */
function between(xml: string, start: number, open: string, close: string, value: PlainValue): number {
  if (!xml.startsWith(open, start)) return -1;
  const from = start + open.length;
  const to = xml.indexOf('<', from);
  if (to < 0 || !xml.startsWith(close, to)) return -1;
  value.from = from;
  value.to = to;
  return to + close.length;
}
