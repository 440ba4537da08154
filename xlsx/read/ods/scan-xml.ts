import { SaxesParser } from 'saxes';
import { failure } from '../types.ts';

/** Documents of office programs nest a dozen levels. */
const DEEPEST = 200;
/** What may stand between two `>`: the text of a cell, a tag with its attributes. In characters. */
const LONGEST = 1024 * 1024;

export interface XmlReader {
  /** @param name with its prefix */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/**
 * Hands the elements of a document to a reader as they come, piece by piece.
 * @param feed calls its argument with each piece
 * @throws ReadFailure 'bad-xml' | 'dtd' | 'text-too-long' and what `feed` and the reader throw
 */
export function scanXml(part: string, feed: (write: (piece: string) => void) => void, reader: XmlReader): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', () => {
    throw failure('bad-xml', part);
  });
  parser.on('doctype', () => {
    throw failure('dtd', part);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw failure('bad-xml', part);
    reader.open(name, attributes);
  });
  parser.on('text', (text) => reader.text(text));
  parser.on('cdata', (text) => reader.text(text));
  parser.on('closetag', ({ name }) => {
    depth--;
    reader.close(name);
  });
  feed((piece) => {
    if (hasLongStretch(piece)) throw failure('text-too-long', part);
    parser.write(piece);
  });
  parser.close();
}

function hasLongStretch(piece: string): boolean {
  for (let at = 0; at + LONGEST < piece.length; ) {
    const end = piece.lastIndexOf('>', at + LONGEST);
    if (end < at) return true;
    at = end + 1;
  }
  return false;
}
