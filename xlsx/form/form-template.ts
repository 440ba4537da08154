import type { FormBinding } from '../../sheets-templates/form-binding.ts';
import { WorkbookPackage } from '../splice/package.ts';
import { refuse } from '../splice/refusal.ts';
import { workbookOf } from '../splice/workbook-parts.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { FormData } from './form-data.ts';
import { type FormShape, formShape } from './form-shape.ts';
import { type PageFit, pageFit } from './page-fit.ts';
import { photoRelation } from './photo.ts';

/** The drawing of the form's sheet. */
export interface FormDrawing {
  readonly part: string;
  readonly text: string;
  readonly root: XmlElement;
  /** Relationship from the sheet. */
  readonly relation: string;
  /** Relationship of the picture that the photo replaces. */
  readonly photo: string | undefined;
  /** The part that it shows, whose neighbours the photos become. */
  readonly media: string;
}

/** Kinds of parts that two sheets may share. */
const SHARED = new Set(['printerSettings', 'image']);
const KEPT_SHAPES = 64;

/** A form's workbook, read once and filled many times. */
export class FormTemplate {
  readonly part: string;
  readonly drawing: FormDrawing | undefined;
  readonly #shapes = new Map<string, { readonly shape: FormShape; readonly fit: PageFit | undefined }>();
  readonly #source: Parameters<typeof formShape>[0];

  /** @throws Refusal 'unreadable', 'no-such-sheet', 'unknown-content', 'table', 'comments' */
  constructor(
    readonly bytes: Uint8Array,
    readonly binding: FormBinding,
    readonly packId: string,
  ) {
    const pack = new WorkbookPackage(bytes);
    const book = workbookOf(pack);
    const entry = book.sheets.find((sheet) => sheet.name === binding.sheet);
    if (entry === undefined) throw refuse('no-such-sheet', { place: binding.sheet });
    this.part = entry.part;
    const styles = pack.relations(book.part).find((relation) => relation.kind === 'styles');
    this.#source = {
      part: entry.part,
      source: pack.text(entry.part),
      sheet: binding.sheet,
      styles: styles === undefined ? undefined : pack.parse(styles.target).root,
    };
    this.drawing = drawingOf(pack, entry.part, binding);
    for (const other of book.sheets) if (other.part !== entry.part) refuseReference(pack, other.part, binding.sheet);
  }

  /** The sheet with the lines that this person needs. @throws Refusal 'too-many-lines' and what growing throws */
  shapeFor(data: FormData): { readonly shape: FormShape; readonly fit: PageFit | undefined } {
    const lines = new Map<string, number>();
    for (const section of this.binding.sections) {
      const count = data.sections[section.key]?.length ?? 0;
      if (section.kind === 'lines') lines.set(section.key, Math.max(section.lines, count));
    }
    const key = [...lines.values()].join(' ');
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    const shape = formShape(this.#source, this.binding, lines);
    const made = { shape, fit: pageFit(shape.layout) };
    if (this.#shapes.size >= KEPT_SHAPES) this.#shapes.clear();
    this.#shapes.set(key, made);
    return made;
  }
}

function drawingOf(pack: WorkbookPackage, sheet: string, binding: FormBinding): FormDrawing | undefined {
  let found: FormDrawing | undefined;
  for (const { id, kind, target } of pack.relations(sheet)) {
    if (SHARED.has(kind)) continue;
    if (kind === 'table' || kind === 'comments') throw refuse(kind, { part: target });
    if (kind !== 'drawing' || found !== undefined) throw refuse('unknown-content', { part: target });
    const { text, root } = pack.parse(target);
    found = { part: target, text, root, relation: id, photo: photoRelation(root, binding), media: '' };
    const strange = pack.relations(target).find((relation) => relation.kind !== 'image');
    if (strange !== undefined) throw refuse('unknown-content', { part: strange.target });
    const { photo } = found;
    found = { ...found, media: pack.relations(target).find((relation) => relation.id === photo)?.target ?? '' };
  }
  return found;
}

/** The sheet gets a person's name: formulas elsewhere that name it would point nowhere. */
function refuseReference(pack: WorkbookPackage, part: string, sheet: string): void {
  const text = pack.text(part);
  if (text.includes(`${sheet}!`) || text.includes(`${sheet}'!`))
    throw refuse('unknown-content', { part, place: sheet });
}
