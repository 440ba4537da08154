import { applyEdits, contentEdit, type Edit } from '../xml/edit.ts';
import { child, walk } from '../xml/tree.ts';
import { parseArea } from './a1.ts';
import { type Growth, movedRow } from './growth.ts';
import type { WorkbookPackage } from './package.ts';
import { refuse } from './refusal.ts';
import { formulaEdit } from './sheet-edits.ts';

/**
 * The parts beside the sheet that speak of its rows: drawings move, formulas and charts elsewhere follow; what cannot
 * follow is refused.
 * @throws Refusal 'table', 'pivot', 'comments'
 */
export function moveRelated(pack: WorkbookPackage, sheetPart: string, sheet: string, g: Growth): void {
  if (g.delta === 0) return;
  for (const relation of pack.relations(sheetPart)) {
    if (!pack.has(relation.target)) continue;
    if (relation.kind === 'drawing') moveDrawing(pack, relation.target, g);
    if (relation.kind === 'table') refuseBelow(pack, relation.target, g, 'table');
    if (relation.kind === 'pivotTable') refuseBelow(pack, relation.target, g, 'pivot');
    if (relation.kind === 'comments') refuseComments(pack, relation.target, g);
  }
  for (const part of pack.names()) {
    if (part === sheetPart) continue;
    if (/^xl\/pivotCache\/[^/]*\.xml$/.test(part)) refusePivotSource(pack, part, sheet, g);
    else if (/^xl\/(worksheets|charts|chartsheets)\/[^/]*\.xml$/.test(part)) moveFormulas(pack, part, sheet, g);
  }
}

function refuseBelow(pack: WorkbookPackage, part: string, g: Growth, code: 'table' | 'pivot'): void {
  const { root } = pack.parse(part);
  const ref = root.attributes.get('ref') ?? child(root, 'location')?.attributes.get('ref') ?? '';
  const area = parseArea(ref);
  if (area === undefined || area.bottom >= g.first) throw refuse(code, { part, place: ref });
}

function refuseComments(pack: WorkbookPackage, part: string, g: Growth): void {
  for (const element of walk(pack.parse(part).root)) {
    const ref = element.local === 'comment' ? element.attributes.get('ref') : undefined;
    const area = ref === undefined ? undefined : parseArea(ref);
    if (area !== undefined && area.top > Math.min(g.last, g.newLast))
      throw refuse('comments', { part, place: ref ?? '' });
  }
}

function refusePivotSource(pack: WorkbookPackage, part: string, sheet: string, g: Growth): void {
  for (const element of walk(pack.parse(part).root)) {
    if (element.local !== 'worksheetSource' || element.attributes.get('sheet') !== sheet) continue;
    const ref = element.attributes.get('ref') ?? '';
    const area = parseArea(ref);
    if (area === undefined || area.bottom >= g.first) throw refuse('pivot', { part, place: ref });
  }
}

const FORMULAS = new Set(['f', 'formula', 'formula1', 'formula2']);

function moveFormulas(pack: WorkbookPackage, part: string, sheet: string, g: Growth): void {
  if (!/<([A-Za-z0-9]+:)?(f|formula[12]?)[\s>]/.test(pack.text(part))) return;
  const { text, root } = pack.parse(part);
  const edits = [...walk(root)].flatMap((element) =>
    FORMULAS.has(element.local) ? formulaEdit(text, g, sheet, false, element) : [],
  );
  if (edits.length > 0) pack.set(part, [applyEdits(text, edits)]);
}

/** Anchors count rows from 0; a picture that begins below the body moves with its rows. */
function moveDrawing(pack: WorkbookPackage, part: string, g: Growth): void {
  const { text, root } = pack.parse(part);
  const edits: Edit[] = [];
  for (const element of walk(root)) {
    if (element.local !== 'row' || !['from', 'to'].includes(element.parent?.local ?? '')) continue;
    const row = Number(element.text) + 1;
    const after = movedRow(g, row) ?? g.newLast;
    if (after !== row) edits.push(contentEdit(text, element, String(after - 1)));
  }
  if (edits.length > 0) pack.set(part, [applyEdits(text, edits)]);
}
