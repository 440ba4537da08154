import { ByteWriter, textTags } from '../xml/byte-writer.ts';
import { withAttribute } from '../xml/edit.ts';
import { escapeMarkup } from '../xml/escape.ts';
import { child } from '../xml/tree.ts';
import type { Chunk } from '../zip/compress.ts';
import { columnName, columnNumber, formatCell } from './a1.ts';
import { copiedFormula, movedFormula } from './formula.ts';
import type { Growth } from './growth.ts';
import { refuse } from './refusal.ts';
import type { RowHeights } from './row-height.ts';
import type { CellPlace, SheetLayout } from './sheet-layout.ts';

/** What a cell gets: a text, a number, or '' for a blank. */
export type CellValue = string | number;

/** One cell of the row to come, as the bytes before and after the row's number. */
type Slot =
  | { readonly kind: 'fixed'; readonly open: Uint8Array; readonly close: Uint8Array }
  | { readonly kind: 'formula'; readonly open: Uint8Array; readonly close: Uint8Array; readonly formula: string }
  | {
      readonly kind: 'bound';
      readonly index: number;
      readonly open: Uint8Array;
      readonly blank: Uint8Array;
      readonly number: Uint8Array;
      readonly text: Uint8Array;
      /** What stands there when there is no value. */
      readonly formula: string | undefined;
      readonly ruled: Uint8Array;
    };

const CHUNK = 1 << 17;
const LONGEST_TEXT = 32_767;

/**
 * The body's rows as XML, in chunks of about 128 KB: each is the sample row with its styles, its formulas, and
 * `values(i)` in the bound columns.
 * @throws Refusal 'text-too-long' while the chunks are asked for
 */
export function* bodyRows(
  layout: SheetLayout,
  g: Growth,
  sheet: string,
  columns: readonly string[],
  values: (index: number) => readonly CellValue[],
  heights: RowHeights,
  formulas: ReadonlyMap<string, string> = new Map(),
): Generator<Chunk> {
  const { prefix: p } = layout;
  const slots = slotsOf(layout, g, sheet, columns, formulas);
  const tags = textTags(p);
  const rowOpen = bytes(`<${p}row r="`);
  const rowTag = rowTagOf(layout, g.first);
  const rowClose = bytes(`</${p}row>`);
  const numberClose = bytes(`</${p}v></${p}c>`);
  const textClose = bytes(`</${p}is></${p}c>`);
  const formulaClose = bytes(`</${p}f></${p}c>`);
  const writer = new ByteWriter();
  for (let i = 0; i < g.rows; i++) {
    const row = g.first + i;
    const cells = values(i);
    writer.bytes(rowOpen);
    writer.count(row);
    writer.string(`"${heights.attributes(cells)}${rowTag}`);
    for (const slot of slots) {
      writer.bytes(slot.open);
      writer.count(row);
      if (slot.kind === 'fixed') {
        writer.bytes(slot.close);
        continue;
      }
      if (slot.kind === 'formula') {
        writer.bytes(slot.close);
        writer.string(escapeMarkup(copiedFormula(slot.formula, i)));
        writer.bytes(formulaClose);
        continue;
      }
      const value = cells[slot.index] ?? '';
      if (value === '' && slot.formula !== undefined) {
        writer.bytes(slot.ruled);
        writer.string(escapeMarkup(copiedFormula(slot.formula, i)));
        writer.bytes(formulaClose);
      } else if (value === '') writer.bytes(slot.blank);
      else if (typeof value === 'number') {
        writer.bytes(slot.number);
        writer.string(String(value));
        writer.bytes(numberClose);
      } else {
        if (value.length > LONGEST_TEXT) throw refuse('text-too-long', { place: `${columns[slot.index]}${row}` });
        writer.bytes(slot.text);
        writer.textElement(value, tags);
        writer.bytes(textClose);
      }
    }
    writer.bytes(rowClose);
    if (writer.length > CHUNK) yield writer.take();
  }
  yield writer.take();
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What follows `<row r="n"`: the sample row's other attributes and `>`; its height is given anew. */
function rowTagOf(layout: SheetLayout, row: number): string {
  const element = layout.rows.find((place) => place.row === row)?.element;
  if (element === undefined) throw refuse('no-sample-row', { part: layout.part, place: String(row) });
  let tag = layout.source.slice(element.start, element.openEnd);
  for (const name of ['r', 'spans', 'ht', 'customHeight', 'hidden', 'collapsed'])
    tag = withAttribute(tag, name, undefined);
  return tag.slice(`<${element.name}`.length).replace(/\s*\/?>$/, '>');
}

function slotsOf(
  layout: SheetLayout,
  g: Growth,
  sheet: string,
  columns: readonly string[],
  formulas: ReadonlyMap<string, string>,
): Slot[] {
  const { prefix: p } = layout;
  const sample = layout.rows.find((row) => row.row === g.first);
  const slots = new Map<number, Slot>();
  for (const cell of sample?.cells ?? []) slots.set(cell.at.column, unboundSlot(layout, g, sheet, cell));
  columns.forEach((name, index) => {
    const column = columnNumber(name);
    const own = sample?.cells.find((cell) => cell.at.column === column)?.element.attributes.get('s');
    const s = styleAttribute(own ?? sample?.element.attributes.get('s') ?? columnStyle(layout, column));
    slots.set(column, {
      kind: 'bound',
      index,
      open: bytes(`<${p}c r="${name}`),
      blank: bytes(`${s}/>`),
      number: bytes(`${s}><${p}v>`),
      text: bytes(`${s} t="inlineStr"><${p}is>`),
      formula: formulas.get(name),
      ruled: bytes(`${s}><${p}f>`),
    });
  });
  return [...slots].sort(([a], [b]) => a - b).map(([, slot]) => slot);
}

/** The quote that ends the reference, and the style. */
function styleAttribute(style: string | undefined): string {
  return style === undefined ? '"' : `" s="${style}"`;
}

/** A value in an unbound cell of the sample row belongs to the example that stood there; a formula is copied down. */
function unboundSlot(layout: SheetLayout, g: Growth, sheet: string, cell: CellPlace): Slot {
  const { prefix: p } = layout;
  const place = formatCell(cell.at);
  const open = bytes(`<${p}c r="${columnName(cell.at.column)}`);
  const s = styleAttribute(cell.element.attributes.get('s'));
  const formula = child(cell.element, 'f');
  if (formula === undefined) return { kind: 'fixed', open, close: bytes(`${s}/>`) };
  const kind = formula.attributes.get('t') ?? 'normal';
  if (kind !== 'normal') {
    throw refuse(kind === 'shared' ? 'shared-formula' : 'array-formula', { part: layout.part, place });
  }
  return { kind: 'formula', open, close: bytes(`${s}><${p}f>`), formula: movedFormula(formula.text, g, sheet, true) };
}

/** The style that `<cols>` gives to a column's cells. */
function columnStyle(layout: SheetLayout, column: number): string | undefined {
  const range = child(layout.root, 'cols')?.children.find(
    (item) => Number(item.attributes.get('min')) <= column && Number(item.attributes.get('max')) >= column,
  );
  return range?.attributes.get('style');
}
