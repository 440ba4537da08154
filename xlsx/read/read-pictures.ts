import { child, parseXml, walk, type XmlElement } from '../xml/tree.ts';
import { openZip, type ZipArchive, type ZipEntry } from '../zip/read-zip.ts';
import { decodePart } from './decode-part.ts';
import { odsPictures } from './ods/pictures.ts';
import { PictureStore } from './picture-store.ts';
import type { Pictures, SheetPicture } from './picture-types.ts';
import { related, relationsOf } from './relations.ts';
import { sheetParts } from './sheet-parts.ts';
import { ReadFailure } from './types.ts';
import { isCompound } from './xls/compound.ts';
import { xlsPictures } from './xls/pictures.ts';

/** A drawing of nine hundred pictures has one megabyte. Bytes. */
const LARGEST_DRAWING = 16 * 1024 * 1024;

/**
 * The pictures of some sheets. What cannot be read of them is left out: the texts of the workbook were read already,
 * and a broken drawing shall not cost them. Pictures over `LARGEST_PICTURE` come as empty bytes.
 */
export function readPictures(bytes: Uint8Array, sheets: ReadonlySet<string>): Pictures {
  if (isCompound(bytes)) return { bySheet: xlsPictures(bytes, sheets), byId: new Map() };
  const bySheet = new Map<string, readonly SheetPicture[]>();
  let byId: ReadonlyMap<string, Uint8Array> = new Map();
  const opened = openZip(bytes);
  if (!opened.ok) return { bySheet: opened.error.code === 'ods' ? odsPictures(bytes, sheets) : bySheet, byId };
  const reader = new PictureReader(opened.zip);
  try {
    const { part, parts } = sheetParts(opened.zip);
    for (const { name, entry } of parts) if (sheets.has(name)) bySheet.set(name, reader.over(plain(entry)));
    byId = reader.inCells(part);
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
  }
  return { bySheet, byId };
}

class PictureReader {
  readonly #store: PictureStore;

  constructor(readonly zip: ZipArchive) {
    this.#store = new PictureStore(zip);
  }

  over(sheet: string): SheetPicture[] {
    const drawing = related(this.zip, relationsOf(this.zip, sheet), 'drawing');
    if (drawing === undefined) return [];
    return this.#anchored(drawing).flatMap(({ row, column, target }) => {
      const picture = this.#store.get(target);
      return picture === undefined ? [] : [{ row, column, bytes: picture }];
    });
  }

  inCells(workbook: string): ReadonlyMap<string, Uint8Array> {
    const found = new Map<string, Uint8Array>();
    const list = related(this.zip, relationsOf(this.zip, workbook), 'cellImage') ?? this.zip.find('xl/cellimages.xml');
    if (list === undefined) return found;
    const targets = this.#targets(list);
    for (const item of tree(this.zip, list)?.children ?? []) {
      const name = [...walk(item)].find(({ local }) => local === 'cNvPr')?.attributes.get('name');
      const target = targets.get(embedded(item) ?? '');
      const picture = target === undefined ? undefined : this.#store.get(target);
      if (picture !== undefined && name !== undefined) found.set(name, picture);
    }
    return found;
  }

  #anchored(drawing: ZipEntry): { row: number; column: number; target: string }[] {
    const targets = this.#targets(drawing);
    return anchorPlaces(this.zip, drawing).flatMap(({ row, column, relation }) => {
      const target = targets.get(relation);
      return target === undefined ? [] : [{ row, column, target }];
    });
  }

  #targets(entry: ZipEntry): ReadonlyMap<string, string> {
    return new Map(relationsOf(this.zip, plain(entry)).map(({ id, target }) => [id, target]));
  }
}

interface Anchored {
  readonly row: number;
  readonly column: number;
  readonly relation: string;
}

/** Where each picture of a drawing stands. */
function anchorPlaces(zip: ZipArchive, drawing: ZipEntry): Anchored[] {
  return (tree(zip, drawing)?.children ?? []).flatMap((anchor): Anchored[] => {
    const from = child(anchor, 'from');
    const [row, column] = ['row', 'col'].map((name) => Number(child(from, name)?.text ?? 0) + 1);
    const relation = embedded(anchor);
    return relation === undefined ? [] : [{ row: row ?? 1, column: column ?? 1, relation }];
  });
}

/** The relationship of the first picture in an element. */
function embedded(element: XmlElement): string | undefined {
  for (const { local, attributes } of walk(element)) {
    if (local === 'blip') return [...attributes].find(([name]) => name === 'embed' || name.endsWith(':embed'))?.[1];
  }
  return undefined;
}

function tree(zip: ZipArchive, entry: ZipEntry): XmlElement | undefined {
  if (entry.size > LARGEST_DRAWING) return undefined;
  const parsed = parseXml(decodePart(zip, entry));
  return parsed.ok ? parsed.root : undefined;
}

function plain(entry: ZipEntry): string {
  return entry.name.replaceAll('\\', '/').replace(/^\/+/, '');
}
