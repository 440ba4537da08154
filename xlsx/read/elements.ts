import { SaxesParser } from 'saxes';
import type { ZipArchive, ZipEntry } from '../zip/read-zip.ts';
import { decodePart } from './decode-part.ts';
import { failure, ReadFailure } from './types.ts';

/** Workbook, relationships and styles of real files take some hundred KB; bytes. */
const LARGEST = 24 * 1024 * 1024;

/** An element's start as the small parts need it: local name, attributes by local name. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Local names of the ancestors, outermost first. */
  readonly path: readonly string[];
}

/**
 * Goes through the elements of a small part (workbook, relationships, styles) in document order.
 * @throws ReadFailure 'dtd' | 'bad-xml' and what reading the part throws
 */
export function forEachElement(zip: ZipArchive, entry: ZipEntry, visit: (element: Element) => void): void {
  if (entry.size > LARGEST) throw failure('too-large', entry.name);
  const xml = decodePart(zip, entry);
  const parser = new SaxesParser({ xmlns: true });
  const path: string[] = [];
  parser.on('doctype', () => {
    throw failure('dtd', entry.name);
  });
  parser.on('opentag', (tag) => {
    const attributes = new Map<string, string>();
    for (const attribute of Object.values(tag.attributes)) attributes.set(attribute.local, attribute.value);
    visit({ name: tag.local, attributes, path });
    path.push(tag.local);
  });
  parser.on('closetag', () => {
    path.pop();
  });
  parser.on('error', () => {
    throw failure('bad-xml', entry.name);
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    throw failure('bad-xml', entry.name);
  }
}
