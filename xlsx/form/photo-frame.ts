import { readBlock } from '../../sheets-templates/form-area.ts';
import type { SheetLayout } from '../splice/sheet-layout.ts';
import { columnPixels } from '../splice/text-box.ts';
import { attributeEdit, contentEdit, type Edit } from '../xml/edit.ts';
import { child, walk, type XmlElement } from '../xml/tree.ts';

/** English Metric Units per pixel (96 dpi) and per point. */
const EMU = { pixel: 9525, point: 12_700 } as const;
/** How much of the frame a picture may take. */
const MOST = 0.97;

/**
 * Where columns are wider, a picture with a size of its own grows with its frame, as far as the frame's rows allow, and
 * stands in the middle of it. Pictures between two cells follow by themselves.
 */
export function framedPicture(
  text: string,
  drawing: XmlElement,
  relation: string,
  frame: { readonly area: string; readonly layout: SheetLayout; readonly widening: number },
): Edit[] {
  const anchor = drawing.children.find(
    (candidate) =>
      candidate.local === 'oneCellAnchor' &&
      [...walk(candidate)].some((e) => e.local === 'blip' && [...e.attributes.values()].includes(relation)),
  );
  const size = child(anchor, 'ext');
  if (anchor === undefined || size === undefined || frame.widening === 1) return [];
  const { left, right, top, bottom } = readBlock(frame.area);
  let width = 0;
  for (let column = left; column <= right; column++) width += columnPixels(frame.layout, column) * EMU.pixel;
  let height = 0;
  for (const { row, element } of frame.layout.rows)
    if (row >= top && row <= bottom) height += Number(element.attributes.get('ht') ?? 0) * EMU.point;
  const [cx, cy] = ['cx', 'cy'].map((name) => Number(size.attributes.get(name) ?? 0));
  if (cx === undefined || cy === undefined || cy === 0) return [];
  const factor = Math.max(1, Math.min(frame.widening, (height * MOST) / cy));
  const grown = { cx: String(Math.round(cx * factor)), cy: String(Math.round(cy * factor)) };
  const from = child(anchor, 'from');
  const middle = (room: number, length: number): string => String(Math.max(0, Math.round((room - length) / 2)));
  const offsets = [
    { element: child(from, 'colOff'), to: middle(width * frame.widening, cx * factor) },
    { element: child(from, 'rowOff'), to: middle(height, cy * factor) },
  ];
  const sizes = [...walk(anchor)].filter((e) => e.local === 'ext' && e.attributes.has('cx'));
  return [
    ...sizes.map((element) => attributeEdit(text, element, grown)),
    ...offsets.flatMap(({ element, to }) => (element === undefined ? [] : [contentEdit(text, element, to)])),
  ];
}
