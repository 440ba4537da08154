import { firstCell } from '../../sheets-templates/form-area.ts';
import { type FormBinding, sectionSlots } from '../../sheets-templates/form-binding.ts';
import { columnName, formatCell, parseCell } from '../splice/a1.ts';
import { type Growth, growth, movedRow } from '../splice/growth.ts';
import { refuse } from '../splice/refusal.ts';
import type { TextBox } from '../splice/row-height.ts';
import { type CellPlace, type RowPlace, type SheetLayout, sheetLayout } from '../splice/sheet-layout.ts';
import { textBoxes } from '../splice/text-box.ts';
import { parseXml, type XmlElement } from '../xml/tree.ts';
import { growLines } from './grow-lines.ts';

/** A cell that gets a text. */
export interface Slot {
  /** Where the text comes from: the template's cell, or `section line column`. */
  readonly key: string;
  readonly cell: CellPlace;
  /** The room of a wrapped text; undefined when the cell does not wrap. */
  readonly box: Pick<TextBox, 'width' | 'fontSize'> | undefined;
}

/** A row with cells to fill. */
export interface ShapeRow {
  readonly place: RowPlace;
  readonly slots: readonly Slot[];
  /** A line of a section: it may be lower than in the template when its page is full. */
  readonly yields: boolean;
}

/** The template's sheet with as many lines as some people need. */
export interface FormShape {
  readonly layout: SheetLayout;
  readonly rows: readonly ShapeRow[];
  /** How the lines grew, the lowest first: what moves parts and names that speak of rows. */
  readonly growths: readonly Growth[];
}

/** The source of `section`'s text in line `line` and column `column`, both from 0. */
export function slotKey(section: string, line: number, column: number): string {
  return `${section} ${line} ${column}`;
}

/** Where a row of the template stands in the shape. */
export function shapeRow(growths: readonly Growth[], row: number): number {
  return growths.reduce((at, g) => movedRow(g, at) ?? at, row);
}

/**
 * The template's sheet grown to `lines` lines per section (those that are not in it keep the template's).
 * @throws Refusal 'too-many-lines', 'no-such-cell', and what `growLines` throws
 */
export function formShape(
  template: {
    readonly part: string;
    readonly source: string;
    readonly sheet: string;
    readonly styles?: XmlElement | undefined;
  },
  binding: FormBinding,
  lines: ReadonlyMap<string, number>,
): FormShape {
  const growths: Growth[] = [];
  for (const section of binding.sections) {
    const wanted = lines.get(section.key) ?? 0;
    if (section.kind !== 'lines' || wanted <= section.lines) continue;
    if (!section.grows) throw refuse('too-many-lines', { place: section.label.text });
    growths.push(growth(section.firstRow, section.firstRow + section.lines - 1, wanted));
  }
  // From below upwards, so that the rows of those above are still the template's.
  growths.sort((a, b) => b.first - a.first);
  const { part, sheet, styles } = template;
  const source = growths.reduce((text, g) => growLines(part, text, sheet, g), template.source);
  const parsed = parseXml(source);
  if (!parsed.ok) throw refuse('unreadable', { part, detail: parsed.error.code });
  const layout = sheetLayout(part, source, parsed.root);
  return { layout, rows: shapeRows(layout, places(binding, growths), styles), growths };
}

/** Source → cell of the grown sheet. */
function places(binding: FormBinding, growths: readonly Growth[]): Map<string, string> {
  const found = new Map<string, string>();
  const moved = (area: string, down = 0): string => {
    const cell = parseCell(firstCell(area));
    if (cell === undefined) throw refuse('no-such-cell', { place: area });
    return formatCell({ column: cell.column, row: shapeRow(growths, cell.row) + down });
  };
  for (const { area } of [...binding.texts, ...binding.fields]) found.set(firstCell(area), moved(area));
  for (const section of binding.sections) {
    const slots = sectionSlots(section);
    slots.forEach((line, l) => {
      line.forEach((area, c) => {
        found.set(slotKey(section.key, l, c), moved(area));
      });
    });
    const grown = section.kind === 'lines' ? growths.find((g) => g.first === section.firstRow) : undefined;
    const lastLine = slots.at(-1) ?? [];
    for (let extra = 1; extra <= (grown?.delta ?? 0); extra++) {
      lastLine.forEach((area, c) => {
        found.set(slotKey(section.key, slots.length - 1 + extra, c), moved(area, extra));
      });
    }
  }
  return found;
}

function shapeRows(
  layout: SheetLayout,
  cells: ReadonlyMap<string, string>,
  styles: XmlElement | undefined,
): ShapeRow[] {
  const keys = new Map([...cells].map(([key, cell]) => [cell, key]));
  const rows = layout.rows.flatMap((place): ShapeRow[] => {
    const wanted = place.cells.flatMap((cell) => {
      const name = formatCell(cell.at);
      const key = keys.get(name);
      if (key === undefined) return [];
      keys.delete(name);
      return [{ key, cell }];
    });
    if (wanted.length === 0) return [];
    const columns = wanted.map(({ cell }) => columnName(cell.at.column));
    const boxes = new Map(textBoxes(layout, place, columns, styles).map((box) => [box.index, box]));
    return [
      {
        place,
        slots: wanted.map((slot, i) => ({ ...slot, box: boxes.get(i) })),
        yields: wanted.every(({ key }) => key.includes(' ')),
      },
    ];
  });
  const [lost] = keys.keys();
  if (lost !== undefined) throw refuse('no-such-cell', { part: layout.part, place: lost });
  return rows;
}
