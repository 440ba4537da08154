import { failure } from './types.ts';

/** The named entities of XML. */
export const XML_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Resolves character references, `_xHHHH_` (ECMA-376, 22.9.2.19, ST_Xstring) and line ends. Only the five named
 * entities of XML exist here: there is no DTD.
 * @throws ReadFailure 'bad-xml'
 */
export function decodeText(text: string): string {
  let plain = text;
  if (plain.includes('\r')) plain = plain.replace(/\r\n?/g, '\n');
  if (plain.includes('&')) plain = plain.replace(/&([^;&\s]{0,12}(;?))/g, (_, name: string) => entity(name));
  if (plain.includes('_x')) plain = plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => escaped(hex));
  return plain;
}

function escaped(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

function entity(name: string): string {
  if (!name.endsWith(';')) throw failure('bad-xml');
  const bare = name.slice(0, -1);
  const named = XML_ENTITIES.get(bare);
  if (named !== undefined) return named;
  const digits = /^#(?:x([0-9A-Fa-f]+)|([0-9]+))$/.exec(bare);
  if (digits === null) throw failure('bad-xml');
  const code = digits[1] !== undefined ? Number.parseInt(digits[1], 16) : Number(digits[2]);
  if (code > 0x10ffff) throw failure('bad-xml');
  return String.fromCodePoint(code);
}

/**
 * The text of a string item (`si`, `is`): its `t` elements one after the other, those of phonetic runs (`rPh`) left
 * out. `xml` is the item's content, `prefix` the namespace prefix with its colon or ''.
 */
export function itemText(xml: string, prefix: string): string {
  const open = `<${prefix}t`;
  const close = `</${prefix}t>`;
  const phonetic = `<${prefix}rPh`;
  const phoneticEnd = `</${prefix}rPh>`;
  let text = '';
  let hidden = xml.indexOf(phonetic);
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
    if (hidden >= 0 && hidden < at) {
      const end = xml.indexOf(phoneticEnd, hidden);
      if (end < 0) throw failure('bad-xml');
      at = end;
      hidden = xml.indexOf(phonetic, end);
      continue;
    }
    const start = xml.indexOf('>', at);
    if (start < 0) throw failure('bad-xml');
    const after = xml.charCodeAt(at + open.length);
    at = start;
    if (xml.charCodeAt(start - 1) === 47 || !(after === 62 || after <= 32)) continue;
    const end = xml.indexOf(close, start);
    if (end < 0) throw failure('bad-xml');
    text += decodeText(xml.slice(start + 1, end));
    at = end;
  }
  return text;
}

/**
 * A string of its own: a slice of 13 or more characters would keep the whole piece of XML alive that it was cut from.
 */
export function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
