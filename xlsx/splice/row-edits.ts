import { applyEdits, attributeEdit, contentEdit, type Edit } from '../xml/edit.ts';
import { escapeMarkup, textElement } from '../xml/escape.ts';
import { child } from '../xml/tree.ts';
import { formatCell } from './a1.ts';
import { movedFormula } from './formula.ts';
import type { Growth } from './growth.ts';
import { refuse } from './refusal.ts';
import type { CellPlace, RowPlace, SheetLayout } from './sheet-layout.ts';

/**
 * The rows above and below the body: those below get their new numbers, formulas follow, and the cells of `texts`
 * (by the template's coordinates) get their text. Answers the XML before and after the body's rows.
 * @throws Refusal 'no-such-cell', 'array-formula', 'shared-formula'
 */
export function surroundingRows(
  layout: SheetLayout,
  g: Growth,
  sheet: string,
  texts: ReadonlyMap<string, string>,
): { readonly before: readonly Edit[]; readonly after: string } {
  const missing = new Set(texts.keys());
  const edits = (row: RowPlace): Edit[] => {
    const shift = row.row > g.last ? g.delta : 0;
    const number = { r: String(row.row + shift) };
    const own =
      shift === 0 || !row.element.attributes.has('r') ? [] : [attributeEdit(layout.source, row.element, number)];
    return [...own, ...row.cells.flatMap((cell) => cellEdits(layout, g, sheet, cell, shift, texts, missing))];
  };
  const before = layout.rows.filter((row) => row.row < g.first).flatMap(edits);
  const below = layout.rows.filter((row) => row.row > g.last);
  const first = below[0]?.element.start ?? layout.data.closeStart;
  const after = applyEdits(layout.source, below.flatMap(edits), first, layout.data.closeStart);
  const [lost] = missing;
  if (lost !== undefined) throw refuse('no-such-cell', { part: layout.part, place: lost });
  return { before, after };
}

function cellEdits(
  layout: SheetLayout,
  g: Growth,
  sheet: string,
  cell: CellPlace,
  shift: number,
  texts: ReadonlyMap<string, string>,
  missing: Set<string>,
): Edit[] {
  const { source } = layout;
  const name = formatCell(cell.at);
  const moved = formatCell({ column: cell.at.column, row: cell.at.row + shift });
  const text = texts.get(name);
  if (text !== undefined) {
    missing.delete(name);
    const style = cell.element.attributes.get('s');
    return [{ start: cell.element.start, end: cell.element.end, text: textCell(layout.prefix, moved, style, text) }];
  }
  const edits: Edit[] = [];
  if (shift !== 0 && cell.element.attributes.has('r')) edits.push(attributeEdit(source, cell.element, { r: moved }));
  const formula = child(cell.element, 'f');
  if (formula !== undefined) {
    const kind = formula.attributes.get('t') ?? 'normal';
    const after = movedFormula(formula.text, g, sheet, true);
    if (kind !== 'normal' && (shift !== 0 || after !== formula.text)) {
      throw refuse(kind === 'shared' ? 'shared-formula' : 'array-formula', { part: layout.part, place: name });
    }
    if (after !== formula.text) edits.push(contentEdit(source, formula, escapeMarkup(after)));
  }
  return edits;
}

/** A cell with an inline text, the format kept. */
export function textCell(prefix: string, name: string, style: string | undefined, text: string): string {
  const s = style === undefined ? '' : ` s="${style}"`;
  return `<${prefix}c r="${name}"${s} t="inlineStr"><${prefix}is>${textElement(text, prefix)}</${prefix}is></${prefix}c>`;
}
