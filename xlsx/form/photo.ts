import { type Photo, type PhotoType, photoType } from '../../records/photo/picture-type.ts';
import { readBlock } from '../../sheets-templates/form-area.ts';
import type { FormBinding } from '../../sheets-templates/form-binding.ts';
import type { WorkbookPackage } from '../splice/package.ts';
import { contentEdit, type Edit } from '../xml/edit.ts';
import { child, walk, type XmlElement } from '../xml/tree.ts';

/** Whether the bytes begin as a picture of that type does. */
export function isPicture({ bytes, type }: Photo): boolean {
  return photoType(bytes) === type;
}

/** The name's ending of such a picture. */
export function extensionOf(type: PhotoType): 'jpeg' | 'png' {
  return type === 'image/png' ? 'png' : 'jpeg';
}

/** The relationship of the picture that stands over the photo's area; undefined when none does. */
export function photoRelation(drawing: XmlElement, binding: FormBinding): string | undefined {
  if (binding.photo === undefined) return undefined;
  const area = readBlock(binding.photo.area);
  for (const anchor of drawing.children) {
    const from = child(anchor, 'from');
    const column = Number(child(from, 'col')?.text ?? -1) + 1;
    const row = Number(child(from, 'row')?.text ?? -1) + 1;
    if (column < area.left || column > area.right || row < area.top || row > area.bottom) continue;
    for (const element of walk(anchor)) {
      if (element.local !== 'blip') continue;
      return [...element.attributes].find(([name]) => name.endsWith(':embed'))?.[1];
    }
  }
  return undefined;
}

/** A drawing's anchors after rows have moved; `row` answers for the template's rows, counted from 1. */
export function movedAnchors(text: string, drawing: XmlElement, row: (row: number) => number): Edit[] {
  const edits: Edit[] = [];
  for (const element of walk(drawing)) {
    if (element.local !== 'row' || !['from', 'to'].includes(element.parent?.local ?? '')) continue;
    const after = row(Number(element.text) + 1) - 1;
    if (after !== Number(element.text)) edits.push(contentEdit(text, element, String(after)));
  }
  return edits;
}

/** Says what files of this ending are; answers the edit of `[Content_Types].xml`, or nothing when it is said. */
export function contentTypeDefaults(pack: WorkbookPackage, types: ReadonlySet<PhotoType>): string {
  const { root } = pack.parse('[Content_Types].xml');
  const known = new Set(root.children.map((item) => item.attributes.get('Extension')?.toLowerCase()));
  const prefix = root.name.slice(0, root.name.indexOf(':') + 1);
  return [...types]
    .filter((type) => !known.has(extensionOf(type)))
    .map((type) => `<${prefix}Default Extension="${extensionOf(type)}" ContentType="${type}"/>`)
    .join('');
}
