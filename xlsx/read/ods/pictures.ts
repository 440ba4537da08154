import { openContainer } from '../../zip/read-zip.ts';
import { decodePieces } from '../decode-part.ts';
import { PictureStore } from '../picture-store.ts';
import type { SheetPicture } from '../picture-types.ts';
import { ReadFailure } from '../types.ts';
import { LARGEST_CONTENT } from './limits.ts';
import { scanXml, type XmlReader } from './scan-xml.ts';
import { times } from './times.ts';

/**
 * The pictures of some sheets of an .ods, at the cells that they are fixed to; those fixed to the page stand at A1. What
 * cannot be read of them is left out.
 */
export function odsPictures(bytes: Uint8Array, sheets: ReadonlySet<string>): Map<string, readonly SheetPicture[]> {
  const found = new Map<string, SheetPicture[]>();
  const opened = openContainer(bytes);
  const content = opened.ok ? opened.zip.find('content.xml') : undefined;
  if (!opened.ok || content === undefined || content.size > LARGEST_CONTENT) return found;
  const places = new PicturePlaces(sheets);
  try {
    scanXml(content.name, (write) => decodePieces(opened.zip, content, write), places);
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
  }
  const store = new PictureStore(opened.zip);
  for (const { sheet, row, column, target } of places.found) {
    const picture = store.get(target);
    if (picture === undefined) continue;
    const pictures = found.get(sheet) ?? [];
    pictures.push({ row, column, bytes: picture });
    found.set(sheet, pictures);
  }
  return found;
}

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** The part. */
  readonly target: string;
}

/** More pictures than that are no photos of forms. */
const MOST_PICTURES = 10_000;

class PicturePlaces implements XmlReader {
  readonly found: Place[] = [];
  #sheet: string | undefined;
  #row = 1;
  #nextRow = 1;
  #column = 1;
  #nextColumn = 1;

  constructor(readonly sheets: ReadonlySet<string>) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'table:table') {
      this.#sheet = attributes['table:name'];
      this.#row = 1;
      this.#nextRow = 1;
      this.#column = 1;
    } else if (name === 'table:table-row') {
      this.#row = this.#nextRow;
      this.#nextRow += times(attributes['table:number-rows-repeated']);
      this.#nextColumn = 1;
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      this.#column = this.#nextColumn;
      this.#nextColumn += times(attributes['table:number-columns-repeated']);
    } else if (name === 'draw:image') this.#take(attributes['xlink:href'] ?? '');
  }

  text(): void {}

  close(name: string): void {
    if (name === 'table:table') this.#sheet = undefined;
  }

  #take(target: string): void {
    if (this.#sheet === undefined || !this.sheets.has(this.#sheet) || this.found.length >= MOST_PICTURES) return;
    const part = target.replace(/^\.\//, '');
    this.found.push({ sheet: this.#sheet, row: this.#row, column: this.#column, target: part });
  }
}
