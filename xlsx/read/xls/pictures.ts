import { concat } from '../../zip/concat.ts';
import type { SheetPicture } from '../picture-types.ts';
import { ReadFailure } from '../types.ts';
import { readBook } from './book.ts';
import { openCompound } from './compound.ts';
import { placedPictures, storedPictures } from './escher.ts';
import { workbookStream } from './read-xls.ts';
import { RECORD, Records } from './records.ts';

const GROUP = 0x00eb;
const DRAWING = 0x00ec;

/**
 * The pictures over the cells of some sheets of an .xls. What cannot be read of them is left out: the texts were read
 * already, and a broken drawing shall not cost them.
 */
export function xlsPictures(bytes: Uint8Array, sheets: ReadonlySet<string>): Map<string, readonly SheetPicture[]> {
  const found = new Map<string, readonly SheetPicture[]>();
  try {
    const stream = workbookStream(openCompound(bytes));
    const stored = storedPictures(gathered(new Records(stream), GROUP));
    if (stored.length === 0) return found;
    const records = new Records(stream);
    records.next();
    for (const { name, at } of readBook(records, records.u16(0)).sheets) {
      if (!sheets.has(name)) continue;
      const placed = placedPictures(gathered(new Records(stream, at), DRAWING));
      const pictures = placed.flatMap(({ picture, row, column }) => {
        const content = stored[picture - 1];
        return content === undefined ? [] : [{ row, column, bytes: content }];
      });
      found.set(name, pictures);
    }
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
  }
  return found;
}

/** The content of all records of a kind, with those that continue them, from a BOF to its EOF. */
function gathered(records: Records, kind: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let inside = false;
  let depth = 0;
  while (records.next()) {
    if (records.id === RECORD.begin) depth++;
    else if (records.id === RECORD.eof && --depth <= 0) break;
    inside = depth === 1 && (records.id === kind || (inside && records.id === RECORD.continue));
    if (!inside) continue;
    parts.push(records.slice(0, records.length));
  }
  return concat(parts);
}
