import { child, childrenOf, type XmlElement } from '../xml/tree.ts';
import { columnNumber, parseArea } from './a1.ts';
import type { TextBox } from './row-height.ts';
import type { RowPlace, SheetLayout } from './sheet-layout.ts';

/** Pixels of a digit in the default font of Chinese workbooks (宋体 11 or 12); widths in a file are counted in it. */
const DIGIT = 8;
const DEFAULT_WIDTH = 8.38;
/** Pixels that a cell keeps free beside its text. */
const PADDING = 6;

/** The bound columns whose text wraps, with the room they have. `styles` is the root of `styles.xml`. */
export function textBoxes(
  layout: SheetLayout,
  sample: RowPlace,
  columns: readonly string[],
  styles: XmlElement | undefined,
): TextBox[] {
  const formats = childrenOf(child(styles, 'cellXfs'), 'xf');
  const fonts = childrenOf(child(styles, 'fonts'), 'font');
  return columns.flatMap((name, index) => {
    const column = columnNumber(name);
    const cell = sample.cells.find((place) => place.at.column === column);
    const format = formats[Number(cell?.element.attributes.get('s') ?? -1)];
    const wrap = child(format, 'alignment')?.attributes.get('wrapText');
    if (wrap !== '1' && wrap !== 'true') return [];
    const size = child(fonts[Number(format?.attributes.get('fontId') ?? 0)], 'sz')?.attributes.get('val');
    const pixels = mergedColumns(layout, sample.row, column).reduce((sum, c) => sum + columnPixels(layout, c), 0);
    return [{ index, width: ((pixels - PADDING) * 72) / 96, fontSize: Number(size ?? 11) }];
  });
}

/** The columns of the merge that begins here, or the column alone. */
function mergedColumns(layout: SheetLayout, row: number, column: number): number[] {
  for (const item of child(layout.root, 'mergeCells')?.children ?? []) {
    const area = parseArea(item.attributes.get('ref') ?? '');
    if (area?.top === row && area.left === column) {
      return Array.from({ length: area.right - area.left + 1 }, (_, i) => area.left + i);
    }
  }
  return [column];
}

/** A column's width in pixels (96 dpi) as Excel draws it. */
export function columnPixels(layout: SheetLayout, column: number): number {
  const range = child(layout.root, 'cols')?.children.find(
    (item) => Number(item.attributes.get('min')) <= column && Number(item.attributes.get('max')) >= column,
  );
  const standard = child(layout.root, 'sheetFormatPr')?.attributes.get('defaultColWidth');
  const width = Number(range?.attributes.get('width') ?? standard ?? DEFAULT_WIDTH);
  return Math.trunc(((256 * width + Math.trunc(128 / DIGIT)) / 256) * DIGIT);
}
