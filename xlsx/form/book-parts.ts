import type { PhotoType } from '../../records/photo/picture-type.ts';
import { writeCustomPart } from '../splice/extra-parts.ts';
import { relationsPart, WorkbookPackage } from '../splice/package.ts';
import { refuse } from '../splice/refusal.ts';
import { workbookOf } from '../splice/workbook-parts.ts';
import { applyEdits, attributeEdit } from '../xml/edit.ts';
import { storedPart, textPart, type ZipPart } from '../zip/write-zip.ts';
import { type ListedSheet, listSheets, recalculate } from './book-index.ts';
import { filledSheet } from './fill-sheet.ts';
import type { FormData } from './form-data.ts';
import { shapeRow } from './form-shape.ts';
import type { FormTemplate } from './form-template.ts';
import { formIdentityPart, type SheetOwner } from './identity.ts';
import { SheetNames } from './names.ts';
import type { FormNote } from './notes.ts';
import { contentTypeDefaults, extensionOf, isPicture, movedAnchors } from './photo.ts';
import { framedPicture } from './photo-frame.ts';

/** Five parts a person; our own reader, and others, refuse containers of more than 5,000. */
export const MAX_SHEETS = 900;

export interface BookJob {
  readonly forms: Iterable<FormData> | AsyncIterable<FormData>;
  readonly signal?: AbortSignal | undefined;
  /** Called behind every person with how many are written. */
  readonly progress?: ((done: number) => void) | undefined;
  /** Sheets in one workbook at most; `MAX_SHEETS` without. */
  readonly limit?: number;
}

/** What a written workbook holds. */
export interface BookLog {
  readonly owners: SheetOwner[];
  readonly notes: FormNote[];
}

/**
 * The parts of a workbook with a sheet per person, one person after the other; what lists them stands at the end.
 * @throws Refusal 'nobody', 'too-many-sheets', 'cancelled', and what filling throws
 */
export async function* bookParts(template: FormTemplate, job: BookJob, log: BookLog): AsyncGenerator<ZipPart, void> {
  const pack = new WorkbookPackage(template.bytes);
  const book = workbookOf(pack);
  const writer = new SheetWriter(pack, template);
  const names = new SheetNames(
    book.sheets.map((sheet) => sheet.name).filter((name) => name !== template.binding.sheet),
    template.binding.sheet,
  );
  // Mail gateways know a workbook by its first part.
  const first = '_rels/.rels';
  yield* pack.parts().filter((part) => nameOf(part) === first);
  const written = new Set([first]);
  const sheets: ListedSheet[] = [];
  const limit = job.limit ?? MAX_SHEETS;
  for await (const data of job.forms) {
    if (job.signal?.aborted) throw refuse('cancelled');
    if (sheets.length >= limit) throw refuse('too-many-sheets', { place: String(limit) });
    const name = names.take(data.sheetName);
    const { parts, sheet, notes } = writer.write(data, name, sheets.length);
    for (const part of parts) {
      written.add(nameOf(part));
      yield part;
    }
    sheets.push(sheet);
    log.owners.push({ sheet: name, id: data.id, ...(data.records === undefined ? {} : { records: data.records }) });
    log.notes.push(...notes);
    job.progress?.(sheets.length);
  }
  if (job.signal?.aborted) throw refuse('cancelled');
  if (sheets.length === 0) throw refuse('nobody');
  const { id, version, sheet } = template.binding;
  const formulas = book.sheets.some(({ part }) => /<([A-Za-z0-9]+:)?f[\s>]/.test(pack.text(part)));
  if (formulas) recalculate(pack, book.part, sheet);
  listSheets(pack, book.part, sheet, sheets);
  const types = pack.parse('[Content_Types].xml');
  const defaults = contentTypeDefaults(pack, writer.types);
  const at = types.root.openEnd;
  if (defaults !== '')
    pack.set('[Content_Types].xml', [applyEdits(types.text, [{ start: at, end: at, text: defaults }])]);
  writeCustomPart(pack, book.part, formIdentityPart({ pack: template.packId, template: id, version }, log.owners));
  yield* pack.parts().filter((part) => !written.has(nameOf(part)));
}

function nameOf(part: ZipPart): string {
  return ('kept' in part ? part.kept.name : part.name).replaceAll('\\', '/').replace(/^\/+/, '');
}

/** Writes the sheets of one workbook: the first one in the template's own parts, the others in new ones. */
class SheetWriter {
  /** Types of the photos so far. */
  readonly types = new Set<PhotoType>();
  readonly #free: { readonly sheet: number; readonly drawing: number; readonly media: number };

  constructor(
    readonly pack: WorkbookPackage,
    readonly template: FormTemplate,
  ) {
    const free = (pattern: RegExp): number =>
      Math.max(0, ...pack.names().map((name) => Number(pattern.exec(name)?.[1] ?? 0))) + 1;
    this.#free = {
      sheet: free(/\/sheet([0-9]+)\.xml$/),
      drawing: free(/\/drawing([0-9]+)\.xml$/),
      media: free(/\/media\/[^/]*?([0-9]+)\.[^./]+$/),
    };
  }

  write(
    data: FormData,
    name: string,
    index: number,
  ): { readonly parts: readonly ZipPart[]; readonly sheet: ListedSheet; readonly notes: readonly FormNote[] } {
    const { template } = this;
    const { shape, fit } = template.shapeFor(data);
    const filled = filledSheet(shape, fit, data, name, index > 0);
    const part = index === 0 ? template.part : sibling(template.part, `sheet${this.#free.sheet + index - 1}.xml`);
    const notes = [...filled.notes];
    const parts: ZipPart[] = [textPart(part, filled.text)];
    const drawing =
      template.drawing === undefined || index === 0
        ? template.drawing?.part
        : sibling(template.drawing.part, `drawing${this.#free.drawing + index - 1}.xml`);
    if (index > 0 && this.pack.has(relationsPart(template.part)))
      parts.push(textPart(relationsPart(part), this.#sheetRelations(drawing)));
    if (drawing !== undefined && template.drawing !== undefined) {
      const { text, root } = template.drawing;
      const area = template.binding.photo?.area;
      const frame =
        area === undefined || template.drawing.photo === undefined
          ? []
          : framedPicture(text, root, template.drawing.photo, {
              area,
              layout: shape.layout,
              widening: filled.widening,
            });
      const rows = movedAnchors(text, root, (row) => shapeRow(shape.growths, row));
      const moved = applyEdits(text, [...rows, ...frame]);
      parts.push(textPart(drawing, moved), ...this.#photoParts(drawing, data, index, name, notes));
    } else if (data.photo !== undefined) notes.push({ code: 'photo.noFrame', sheet: name });
    return { parts, sheet: { name, part, drawing, growths: shape.growths }, notes };
  }

  /** The template's relationships, with this sheet's drawing in the place of its own. */
  #sheetRelations(drawing: string | undefined): string {
    const { text, root } = this.pack.parse(relationsPart(this.template.part));
    const own = root.children.find((item) => item.attributes.get('Id') === this.template.drawing?.relation);
    if (own === undefined || drawing === undefined) return text;
    return applyEdits(text, [
      attributeEdit(text, own, { Target: sibling(own.attributes.get('Target') ?? '', fileOf(drawing)) }),
    ]);
  }

  #photoParts(drawing: string, data: FormData, index: number, sheet: string, notes: FormNote[]): ZipPart[] {
    const original = this.template.drawing;
    const rels = original === undefined ? '' : relationsPart(original.part);
    if (original === undefined || !this.pack.has(rels)) return [];
    const { text, root } = this.pack.parse(rels);
    const picture = root.children.find((item) => item.attributes.get('Id') === original.photo);
    const { photo } = data;
    const trouble = photoTrouble(photo, picture !== undefined);
    if (trouble !== undefined) notes.push({ code: trouble, sheet });
    if (trouble !== undefined || photo === undefined || photo === 'missing' || picture === undefined)
      return [textPart(relationsPart(drawing), text)];
    this.types.add(photo.type);
    const file = `image${this.#free.media + index}.${extensionOf(photo.type)}`;
    const target = sibling(picture.attributes.get('Target') ?? '', file);
    const edited = applyEdits(text, [attributeEdit(text, picture, { Target: target })]);
    return [textPart(relationsPart(drawing), edited), storedPart(sibling(original.media, file), photo.bytes)];
  }
}

/** Why a photo does not come into its frame. */
function photoTrouble(photo: FormData['photo'], frame: boolean): FormNote['code'] | undefined {
  if (photo === undefined) return undefined;
  if (!frame) return 'photo.noFrame';
  if (photo === 'missing') return 'photo.missing';
  return isPicture(photo) ? undefined : 'photo.notPicture';
}

/** Another file in the folder of a part or target. */
function sibling(part: string, file: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1) + file;
}

function fileOf(part: string): string {
  return part.slice(part.lastIndexOf('/') + 1);
}
