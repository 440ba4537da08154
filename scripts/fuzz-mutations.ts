import { strToU8, zipSync } from 'fflate';
import { openContainer } from '../xlsx/zip/read-zip.ts';

export type Random = (below: number) => number;
export type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

/** Mulberry32: the same seed breaks the same things. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % Math.max(1, below);
  };
}

const NASTY = [
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;',
  '&#0;',
  '&#x10ffff;',
  '<![CDATA[',
  '<!--',
  ']]>',
  '<row r="1048577">',
  '<c r="XFD1048576"><v>1</v></c>',
  ' table:number-rows-repeated="1048576"',
  ' table:number-columns-repeated="16384" ',
  '<text:s text:c="99999999"/>',
  '<td colspan=1000 rowspan=65000>',
  '<Row ss:Index="1048576">',
  '<mergeCell ref="A1:XFD1048576"/>',
  '</sheetData>',
  '<x:c>',
  '__proto__',
  '\u0000',
  '_x0000_',
  '1e308',
  '=1+1',
  '\ud800',
];

const bytesChanged: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  for (let n = 1 + random(8); n > 0; n--) copy[random(copy.length)] = random(256);
  return copy;
};
const cutOff: Mutation = (bytes, random) => bytes.slice(0, random(bytes.length));
const pieceTwice: Mutation = (bytes, random) => {
  const from = random(bytes.length);
  const piece = bytes.slice(from, from + random(2_000));
  return Uint8Array.from([...bytes.slice(0, from), ...piece, ...bytes.slice(from)]);
};

/** Numbers that say how long something is, or where: two bytes or four, wherever they stand. */
const numberNasty: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let n = 1 + random(4); n > 0 && copy.length > 8; n--) {
    const at = random(copy.length - 4) & ~1;
    const value = [0, 1, 0xff, 0x7fff, 0xffff, 0xfffffffe, bytes.length][random(7)] ?? 0;
    if (random(2) === 0) view.setUint16(at, value & 0xffff, true);
    else view.setUint32(at, value, true);
  }
  return copy;
};

/** Changes one part of the archive, of those whose names `which` finds. */
function inBytes(which: RegExp, change: (part: Uint8Array, random: Random) => Uint8Array): Mutation {
  return (bytes, random) => {
    // By our own reader: fflate's does not come back from some archives that were broken before.
    const opened = openContainer(bytes);
    // Markup and text are a part of their own.
    if (!opened.ok) return bytes[0] === 0xd0 ? bytes : change(bytes, random);
    const parts: Record<string, Uint8Array> = {};
    for (const { name } of opened.zip.entries) {
      const read = opened.zip.read(name);
      if (read.ok) parts[name] = read.bytes;
    }
    const names = Object.keys(parts).filter((name) => which.test(name));
    const name = names[random(names.length)];
    const part = name === undefined ? undefined : parts[name];
    if (name === undefined || part === undefined) return bytes;
    return zipSync({ ...parts, [name]: change(part, random) }, { level: 1 });
  };
}

type TextChange = (text: string, random: Random) => string;

/** Changes one part of the archive as text. */
function inPart(change: TextChange, which = /./): Mutation {
  return inBytes(which, (part, random) => strToU8(change(new TextDecoder().decode(part), random)));
}

const nastyText: TextChange = (text, random) => {
  const at = random(text.length);
  return text.slice(0, at) + (NASTY[random(NASTY.length)] ?? '') + text.slice(at);
};
const tagGone: TextChange = (text, random) => {
  const tags = [...text.matchAll(/<[^>]*>/g)];
  const tag = tags[random(tags.length)];
  return tag === undefined ? text : text.slice(0, tag.index) + text.slice(tag.index + tag[0].length);
};
const attributeChanged: TextChange = (text, random) => {
  const found = [...text.matchAll(/="([^"]*)"/g)];
  const one = found[random(found.length)];
  const value = ['', '-1', '99999999999', 'A0', '../../x', NASTY[random(NASTY.length)] ?? ''][random(6)] ?? '';
  return one === undefined ? text : `${text.slice(0, one.index)}="${value}"${text.slice(one.index + one[0].length)}`;
};
const partRepeated: TextChange = (text, random) => text.repeat(1 + random(4));
const DRAWING = /drawing|cellimages|_rels\/(?:drawing|cellimages|sheet)/i;
const PICTURE = /media\//i;

/** Ways to break a workbook, by name. */
const MUTATIONS: ReadonlyMap<string, Mutation> = new Map([
  ['bytesChanged', bytesChanged],
  ['cutOff', cutOff],
  ['pieceTwice', pieceTwice],
  ['numberNasty', numberNasty],
  ['nastyText', inPart(nastyText)],
  ['tagGone', inPart(tagGone)],
  ['attributeChanged', inPart(attributeChanged)],
  ['partRepeated', inPart(partRepeated)],
  ['drawingNasty', inPart(nastyText, DRAWING)],
  ['drawingTagGone', inPart(tagGone, DRAWING)],
  ['drawingAttribute', inPart(attributeChanged, DRAWING)],
  ['pictureChanged', inBytes(PICTURE, bytesChanged)],
  ['pictureCut', inBytes(PICTURE, cutOff)],
  ['pictureTwice', inBytes(PICTURE, pieceTwice)],
]);

/** A workbook broken in one to three ways, and which they were. */
export function broken(bytes: Uint8Array, random: Random): { readonly bytes: Uint8Array; readonly how: string } {
  const ways = [...MUTATIONS];
  const how: string[] = [];
  let changed = bytes;
  for (let n = 1 + random(3); n > 0; n--) {
    const way = ways[random(ways.length)];
    if (way === undefined) continue;
    how.push(way[0]);
    changed = way[1](changed, random);
  }
  return { bytes: changed, how: how.join(', ') };
}
