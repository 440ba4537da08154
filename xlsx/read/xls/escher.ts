import { LARGEST_PICTURE } from '../picture-types.ts';

/** Office Art (MS-ODRAW): how pictures stand in an .xls. Its records nest; they are read one after the other all the same. */

const STORE_ENTRY = 0xf007;
const FIRST_BLIP = 0xf018;
const LAST_BLIP = 0xf117;
const SHAPE = 0xf004;
const OPTIONS = 0xf00b;
const ANCHOR = 0xf010;
/** The property that names a shape's picture by its place in the store, from 1. */
const PICTURE = 0x0104;

interface Atom {
  readonly type: number;
  /** Says more of the kind; what it means depends on the type. */
  readonly instance: number;
  /** Its content. */
  readonly start: number;
  readonly end: number;
}

/** Goes through all records; those that hold others are followed by what they hold. One that is longer than the rest ends it. */
function* atoms(view: DataView): Generator<Atom> {
  for (let at = 0; at + 8 <= view.byteLength; ) {
    const head = view.getUint16(at, true);
    const type = view.getUint16(at + 2, true);
    const start = at + 8;
    const end = start + view.getUint32(at + 4, true);
    const holds = (head & 0xf) === 0xf;
    if (end > view.byteLength && !holds) return;
    yield { type, instance: head >> 4, start, end: Math.min(end, view.byteLength) };
    at = holds ? start : end;
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The pictures of a workbook in their order; empty ones are too large, `undefined` are those that are not there. */
export function storedPictures(group: Uint8Array): (Uint8Array | undefined)[] {
  const view = viewOf(group);
  const pictures: (Uint8Array | undefined)[] = [];
  for (const { type, start, end } of atoms(view)) {
    if (type !== STORE_ENTRY) continue;
    // 36 bytes and a name stand before the picture.
    const at = end - start >= 36 ? start + 36 + view.getUint8(start + 33) : end;
    pictures.push(at + 8 <= end ? blip(group, view, at, end) : undefined);
  }
  return pictures;
}

function blip(group: Uint8Array, view: DataView, at: number, most: number): Uint8Array | undefined {
  const type = view.getUint16(at + 2, true);
  if (type < FIRST_BLIP || type > LAST_BLIP) return undefined;
  // A picture is preceded by one or two marks of 16 bytes and a byte.
  const marks = (view.getUint16(at, true) >> 4) & 1 ? 2 : 1;
  const from = at + 8 + 16 * marks + 1;
  const to = Math.min(most, at + 8 + view.getUint32(at + 4, true));
  if (from >= to) return undefined;
  return to - from > LARGEST_PICTURE ? new Uint8Array() : group.subarray(from, to);
}

/** A picture over a sheet: which of the store, from 1, and the cell of its upper left corner, from 1 both. */
export interface PlacedPicture {
  readonly picture: number;
  readonly row: number;
  readonly column: number;
}

/** Where the pictures of a sheet's drawing stand. */
export function placedPictures(drawing: Uint8Array): PlacedPicture[] {
  const view = viewOf(drawing);
  const placed: PlacedPicture[] = [];
  let picture = 0;
  for (const { type, instance, start, end } of atoms(view)) {
    if (type === SHAPE) picture = 0;
    else if (type === OPTIONS) {
      for (let n = 0, at = start; n < instance && at + 6 <= end; n++, at += 6)
        if ((view.getUint16(at, true) & 0x3fff) === PICTURE) picture = view.getUint32(at + 2, true);
    } else if (type === ANCHOR && picture > 0 && end - start >= 18) {
      const [column, row] = [view.getUint16(start + 2, true) + 1, view.getUint16(start + 6, true) + 1];
      placed.push({ picture, row, column });
    }
  }
  return placed;
}
