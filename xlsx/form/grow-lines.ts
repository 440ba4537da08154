import { formatCell } from '../splice/a1.ts';
import { copiedFormula } from '../splice/formula.ts';
import type { Growth } from '../splice/growth.ts';
import { refuse } from '../splice/refusal.ts';
import { surroundingRows } from '../splice/row-edits.ts';
import { formulaEdit, type MoveMerge, sheetEdits } from '../splice/sheet-edits.ts';
import { type RowPlace, type SheetLayout, sheetLayout } from '../splice/sheet-layout.ts';
import { applyEdits, attributeEdit, type Edit } from '../xml/edit.ts';
import { escapeMarkup } from '../xml/escape.ts';
import { child, parseXml } from '../xml/tree.ts';

/**
 * A sheet whose lines `first`…`last` have become more: copies of the last line without its values stand below it, and
 * everything under them moves (rows, merges, rules, breaks). Merges down over the last line grow with it.
 * @throws Refusal 'no-sample-row', 'array-formula', 'shared-formula', 'unknown-content'
 */
export function growLines(part: string, source: string, sheet: string, g: Growth): string {
  const parsed = parseXml(source);
  if (!parsed.ok) throw refuse('unreadable', { part, detail: parsed.error.code });
  const layout = sheetLayout(part, source, parsed.root);
  const last = layout.rows.find((row) => row.row === g.last);
  if (last === undefined) throw refuse('no-sample-row', { part, place: String(g.last) });
  const around = surroundingRows(layout, g, sheet, new Map());
  const edits = [...around.before, ...bodyFormulas(layout, g, sheet), ...sheetEdits(layout, g, sheet, formMerge)];
  const splitAt = last.element.end;
  const { closeStart } = layout.data;
  return [
    applyEdits(
      source,
      edits.filter((edit) => edit.end <= splitAt),
      0,
      splitAt,
    ),
    ...Array.from({ length: g.delta }, (_, i) => copiedLine(layout, last, i + 1)),
    around.after,
    applyEdits(
      source,
      edits.filter((edit) => edit.start >= closeStart),
      closeStart,
    ),
  ].join('');
}

function bodyFormulas(layout: SheetLayout, g: Growth, sheet: string): Edit[] {
  return layout.rows
    .filter((row) => row.row >= g.first && row.row <= g.last)
    .flatMap((row) => row.cells)
    .flatMap((cell) => {
      const formula = child(cell.element, 'f');
      return formula === undefined ? [] : formulaEdit(layout.source, g, sheet, true, formula);
    });
}

function copiedLine(layout: SheetLayout, line: RowPlace, down: number): string {
  const { source, part } = layout;
  const edits = line.cells.map(({ at, element }): Edit => {
    const name = formatCell({ column: at.column, row: at.row + down });
    const formula = child(element, 'f');
    if (formula !== undefined && (formula.attributes.get('t') ?? 'normal') !== 'normal')
      throw refuse('shared-formula', { part, place: formatCell(at) });
    const style = element.attributes.get('s');
    const open = `<${element.name} r="${name}"${style === undefined ? '' : ` s="${style}"`}`;
    const text =
      formula === undefined
        ? `${open}/>`
        : `${open}><${formula.name}>${escapeMarkup(copiedFormula(formula.text, down))}</${formula.name}></${element.name}>`;
    return { start: element.start, end: element.end, text };
  });
  const number = attributeEdit(source, line.element, { r: String(line.row + down) });
  return applyEdits(source, [number, ...edits], line.element.start, line.element.end);
}

/** Of a form: merges within the last line are repeated in every new one; merges down over it grow. */
const formMerge: MoveMerge = (g, area) => {
  if (area.bottom < g.last) return [area];
  if (area.top !== area.bottom) return [{ ...area, bottom: area.bottom + g.delta }];
  return Array.from({ length: g.delta + 1 }, (_, i) => ({ ...area, top: area.top + i, bottom: area.bottom + i }));
};
