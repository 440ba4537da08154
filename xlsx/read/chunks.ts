import type { ZipArchive, ZipEntry } from '../zip/read-zip.ts';
import { decodePieces } from './decode-part.ts';
import { plainMarkup } from './plain-markup.ts';
import { failure } from './types.ts';

/** What one row or string may take, in characters of XML. */
const LONGEST = 8 * 1024 * 1024;

/** What a part with comments may take; no program that saves rosters writes any. */
const LONGEST_ODD = 32 * 1024 * 1024;

export interface ChunkReader {
  /** Local name of the part's root element. */
  readonly root: string;
  /** Local name of the elements that are scanned whole. */
  readonly item: string;
  /** How much of `xml` can be scanned already: the end of the last whole row or string, 0 for nothing. */
  cut(xml: string, prefix: string): number;
  scan(xml: string, prefix: string): void;
}

/**
 * Streams a part through `reader.scan` in chunks that end where `reader.cut` says; what is left comes last. `prefix`
 * is the namespace prefix of the root with its colon, or ''. A part with comments or CDATA sections is handed over at
 * once, made plain.
 * @throws ReadFailure
 */
export function forEachChunk(zip: ZipArchive, entry: ZipEntry, reader: ChunkReader): void {
  const odd: string[] = [];
  let oddLength = 0;
  let prefix: string | undefined;
  let carry = '';
  let first = true;
  const take = (piece: string): void => {
    if (odd.length > 0) {
      oddLength += piece.length;
      if (oddLength > LONGEST_ODD) throw failure('text-too-long', entry.name);
      odd.push(piece);
      return;
    }
    const whole = carry + piece;
    const odds = isOdd(piece, first);
    first = false;
    if (odds) {
      odd.push(whole);
      return;
    }
    prefix ??= prefixOf(whole, reader.root);
    const cut = prefix === undefined ? 0 : reader.cut(whole, prefix);
    carry = whole.slice(cut);
    if (carry.length > LONGEST) throw failure('text-too-long', entry.name);
    if (cut > 0 && prefix !== undefined) reader.scan(whole.slice(0, cut), prefix);
  };
  decodePieces(zip, entry, take, reader.item);
  if (odd.length > 0) {
    carry = plainMarkup(odd.join(''), entry.name);
    prefix ??= prefixOf(carry, reader.root);
  }
  if (prefix === undefined) throw failure('bad-xml', entry.name);
  reader.scan(carry, prefix);
}

/** Comments, CDATA, a document type; the XML declaration at the very start is none of these. */
function isOdd(piece: string, first: boolean): boolean {
  // Every other character is a `<`: the rare one is looked for first, which is many times as fast.
  return (
    (piece.includes('!') && piece.includes('<!')) ||
    (piece.includes('?', first ? 3 : 0) && piece.includes('<?', first ? 2 : 0))
  );
}

/** Excel writes no prefix, some libraries write `x:`. `undefined` as long as the root has not come. */
function prefixOf(xml: string, root: string): string | undefined {
  const match = new RegExp(`<((?:[A-Za-z_][\\w.-]*:)?)${root}[\\s>/]`).exec(xml.slice(0, 65_536));
  return match?.[1];
}
