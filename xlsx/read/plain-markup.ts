import { failure } from './types.ts';

/**
 * Makes XML plain enough for a scan by tag: comments and processing instructions go, CDATA becomes escaped text.
 * A document type declaration is refused: nothing that writes workbooks needs one, and entity bombs do.
 * @throws ReadFailure 'dtd' | 'bad-xml'
 */
export function plainMarkup(xml: string, part: string): string {
  // A declaration at the very start may stay.
  if (!xml.includes('<!') && !xml.includes('<?', /^<\?xml\s/.test(xml) ? 2 : 0)) return xml;
  const out: string[] = [];
  let from = 0;
  for (let at = nextOdd(xml, 0); at >= 0; at = nextOdd(xml, from)) {
    out.push(xml.slice(from, at));
    const [open, close] = kindAt(xml, at, part);
    const end = xml.indexOf(close, at + open.length);
    if (end < 0) throw failure('bad-xml', part);
    if (open === '<![CDATA[') out.push(escaped(xml.slice(at + open.length, end)));
    from = end + close.length;
  }
  out.push(xml.slice(from));
  return out.join('');
}

function nextOdd(xml: string, from: number): number {
  const bang = xml.indexOf('<!', from);
  const question = xml.indexOf('<?', from);
  if (bang < 0 || question < 0) return Math.max(bang, question);
  return Math.min(bang, question);
}

function kindAt(xml: string, at: number, part: string): readonly [string, string] {
  if (xml.startsWith('<?', at)) return ['<?', '?>'];
  if (xml.startsWith('<!--', at)) return ['<!--', '-->'];
  if (xml.startsWith('<![CDATA[', at)) return ['<![CDATA[', ']]>'];
  throw failure(/^<!DOCTYPE/i.test(xml.slice(at, at + 9)) ? 'dtd' : 'bad-xml', part);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
