import { formatCell } from '../splice/a1.ts';
import { refuse } from '../splice/refusal.ts';
import { textCell } from '../splice/row-edits.ts';
import { HIGHEST, textHeight } from '../splice/row-height.ts';
import { holdsSomething, type SheetLayout } from '../splice/sheet-layout.ts';
import { applyEdits, attributeEdit, type Edit } from '../xml/edit.ts';
import { child, childrenOf } from '../xml/tree.ts';
import type { FormData } from './form-data.ts';
import { type FormShape, type ShapeRow, type Slot, slotKey } from './form-shape.ts';
import type { FormNote } from './notes.ts';
import { type Fitted, fitPages, type PageFit, type RowNeed } from './page-fit.ts';

const LONGEST_TEXT = 32_767;
/** Points between a text of several lines and its borders, beside what a cell keeps free anyway. */
const AIR = 4;

/**
 * One person's sheet: the shape with the texts in their cells, rows as high as their texts need, and the scale at which
 * the pages still hold them. `copy`: not the first sheet made from the template.
 * @throws Refusal 'text-too-long'
 */
export function filledSheet(
  shape: FormShape,
  fit: PageFit | undefined,
  data: FormData,
  sheet: string,
  copy: boolean,
): FilledSheet {
  const { layout } = shape;
  const values = slotValues(data);
  const edits: Edit[] = copy ? ownEdits(shape) : [];
  const notes: FormNote[] = [];
  for (const { slots } of shape.rows) {
    for (const slot of slots) {
      const text = values.get(slot.key) ?? '';
      const place = formatCell(slot.cell.at);
      if (text.length > LONGEST_TEXT) throw refuse('text-too-long', { place: `${sheet} ${place}` });
      if (text === '' && !holdsSomething(slot.cell)) continue;
      edits.push(cellEdit(layout.prefix, slot, place, text));
    }
  }
  const fitted =
    fit === undefined ? grownRows(shape, values) : fitPages(fit, (widening) => rowNeeds(shape, values, widening));
  for (const row of shape.rows) {
    const { height, cell, text } = neededHeight(row, values, fitted.widening);
    if (height > HIGHEST) notes.push({ code: 'text.cut', sheet, cell, value: text });
    const given = fitted.heights.get(row.place.row);
    if (given === undefined) continue;
    edits.push(attributeEdit(layout.source, row.place.element, { ht: String(given), customHeight: '1' }));
  }
  if (fitted.over) notes.push({ code: 'page.over', sheet });
  if (fit !== undefined && fitted.scale !== fit.scale)
    edits.push(
      attributeEdit(layout.source, fit.setup, { scale: String(fitted.scale) }),
      ...widerColumns(layout, fitted),
    );
  return { text: applyEdits(layout.source, edits), notes, widening: fitted.widening };
}

/** A sheet with its texts; `widening`: how many times wider its columns are than the template's. */
export interface FilledSheet {
  readonly text: string;
  readonly notes: readonly FormNote[];
  readonly widening: number;
}

function rowNeeds(shape: FormShape, values: ReadonlyMap<string, string>, widening: number): Map<number, RowNeed> {
  return new Map(
    shape.rows.map((row) => {
      const { height } = neededHeight(row, values, widening);
      return [row.place.row, { needed: height, yields: row.yields }];
    }),
  );
}

/** Rows that need more than the template gives, where nothing is known of pages. */
function grownRows(shape: FormShape, values: ReadonlyMap<string, string>): Fitted {
  const heights = new Map<number, number>();
  for (const row of shape.rows) {
    const needed = Math.min(HIGHEST, Math.ceil(neededHeight(row, values, 1).height * 2) / 2);
    if (needed > Number(row.place.element.attributes.get('ht') ?? 0)) heights.set(row.place.row, needed);
  }
  return { heights, scale: 100, widening: 1, over: false };
}

function widerColumns(layout: SheetLayout, { widening }: Fitted): Edit[] {
  return childrenOf(child(layout.root, 'cols'), 'col').map((column) => {
    const width = Number(column.attributes.get('width') ?? 0) * widening;
    return attributeEdit(layout.source, column, { width: String(Math.trunc(width * 256) / 256), customWidth: '1' });
  });
}

function slotValues(data: FormData): Map<string, string> {
  const values = new Map(Object.entries(data.texts));
  for (const [section, lines] of Object.entries(data.sections)) {
    lines.forEach((line, l) => {
      line.forEach((text, c) => {
        values.set(slotKey(section, l, c), text);
      });
    });
  }
  return values;
}

function cellEdit(prefix: string, slot: Slot, place: string, text: string): Edit {
  const { element } = slot.cell;
  const style = element.attributes.get('s');
  const blank = `<${element.name} r="${place}"${style === undefined ? '' : ` s="${style}"`}/>`;
  return { start: element.start, end: element.end, text: text === '' ? blank : textCell(prefix, place, style, text) };
}

function neededHeight(
  row: ShapeRow,
  values: ReadonlyMap<string, string>,
  widening: number,
): { height: number; cell: string; text: string } {
  let needed = { height: 0, cell: '', text: '' };
  for (const { key, box, cell } of row.slots) {
    const text = values.get(key) ?? '';
    if (box === undefined || text === '') continue;
    const height = textHeight(text, { ...box, width: box.width * widening }) + AIR;
    if (height > needed.height) needed = { height, cell: formatCell(cell.at), text };
  }
  return needed;
}

/** What only one sheet of a workbook may say: that it is the selected one, and its name in macros. */
function ownEdits(shape: FormShape): Edit[] {
  const { root, source } = shape.layout;
  const views = childrenOf(child(root, 'sheetViews'), 'sheetView').filter((view) => view.attributes.has('tabSelected'));
  const properties = child(root, 'sheetPr');
  return [
    ...views.map((view) => attributeEdit(source, view, { tabSelected: undefined })),
    ...(properties?.attributes.has('codeName') ? [attributeEdit(source, properties, { codeName: undefined })] : []),
  ];
}
