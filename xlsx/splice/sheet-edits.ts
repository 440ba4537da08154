import { attributeEdit, contentEdit, type Edit } from '../xml/edit.ts';
import { escapeMarkup } from '../xml/escape.ts';
import { childrenOf, walk, type XmlElement } from '../xml/tree.ts';
import { type Area, formatArea, parseArea } from './a1.ts';
import { movedFormula, movedList } from './formula.ts';
import { type Growth, movedArea, movedRow } from './growth.ts';
import { refuse } from './refusal.ts';
import type { SheetLayout } from './sheet-layout.ts';

/** Children of a worksheet that say nothing about rows. */
const ROWLESS = new Set(
  'sheetPr sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection phoneticPr printOptions pageMargins pageSetup headerFooter colBreaks customProperties drawing legacyDrawing legacyDrawingHF drawingHF picture tableParts'.split(
    ' ',
  ),
);

/** What becomes of a merge that reaches into the body's rows; undefined when it cannot follow. */
export type MoveMerge = (g: Growth, area: Area) => readonly Area[] | undefined;

/**
 * The changes that the growth of the body asks for around `sheetData`: merges, rules, breaks, names of ranges.
 * @throws Refusal 'merged-rows', 'unknown-content'
 */
export function sheetEdits(layout: SheetLayout, g: Growth, sheet: string, moveMerge: MoveMerge = rowMerge): Edit[] {
  return layout.root.children.flatMap((element) => editsOf(layout, g, sheet, element, moveMerge));
}

function editsOf(layout: SheetLayout, g: Growth, sheet: string, element: XmlElement, moveMerge: MoveMerge): Edit[] {
  const { source } = layout;
  if (ROWLESS.has(element.local)) return [];
  switch (element.local) {
    case 'dimension':
      return rangeEdit(source, g, element, 'ref');
    case 'autoFilter':
      return [
        ...rangeEdit(source, g, element, 'ref'),
        ...childrenOf(element, 'sortState').flatMap((s) => sortEdits(source, g, s)),
      ];
    case 'sortState':
      return sortEdits(source, g, element);
    case 'mergeCells':
      return [mergeEdit(layout, g, element, moveMerge)];
    case 'conditionalFormatting':
    case 'extLst':
      return ruleEdits(source, g, sheet, element);
    case 'dataValidations':
    case 'protectedRanges':
    case 'ignoredErrors':
    case 'cellWatches':
    case 'hyperlinks':
      return listEdits(source, g, sheet, element);
    case 'rowBreaks':
      return [breakEdit(layout, g, element)];
    default:
      if (g.delta === 0) return [];
      throw refuse('unknown-content', { part: layout.part, place: element.name });
  }
}

function sortEdits(source: string, g: Growth, element: XmlElement): Edit[] {
  return [element, ...element.children].flatMap((part) => rangeEdit(source, g, part, 'ref'));
}

/** An element that names its cells in one attribute; it goes when none of them is left. */
function rangeEdit(source: string, g: Growth, element: XmlElement, attribute: string): Edit[] {
  const before = element.attributes.get(attribute);
  if (before === undefined) return [];
  const after = movedList(before, (area) => movedArea(g, area));
  if (after === before) return [];
  if (after === undefined) return [{ start: element.start, end: element.end, text: '' }];
  return [attributeEdit(source, element, { [attribute]: after })];
}

const RANGES = ['sqref', 'ref', 'r'];
const FORMULAS = new Set(['f', 'formula', 'formula1', 'formula2']);

/** A list whose children each name their cells; `count` follows, and an empty list goes. */
function listEdits(source: string, g: Growth, sheet: string, list: XmlElement): Edit[] {
  const kept = list.children.filter((item) => RANGES.every((name) => !vanishes(g, item, name)));
  if (kept.length === 0 && list.children.length > 0) return [{ start: list.start, end: list.end, text: '' }];
  const counted = list.attributes.has('count') && kept.length !== list.children.length;
  return [
    ...(counted ? [attributeEdit(source, list, { count: String(kept.length) })] : []),
    ...list.children.flatMap((item) =>
      kept.includes(item) ? ruleEdits(source, g, sheet, item) : [{ start: item.start, end: item.end, text: '' }],
    ),
  ];
}

function vanishes(g: Growth, element: XmlElement, attribute: string): boolean {
  const list = element.attributes.get(attribute);
  return list !== undefined && movedList(list, (area) => movedArea(g, area)) === undefined;
}

/** Ranges and formulas of an element and all below it, extensions (`xm:sqref`, `xm:f`) too. */
function ruleEdits(source: string, g: Growth, sheet: string, element: XmlElement): Edit[] {
  if (RANGES.some((name) => vanishes(g, element, name))) return [{ start: element.start, end: element.end, text: '' }];
  const edits = RANGES.flatMap((name) => rangeEdit(source, g, element, name)).slice(0, 1);
  for (const part of walk(element)) {
    if (FORMULAS.has(part.local)) edits.push(...formulaEdit(source, g, sheet, true, part));
    if (part.local === 'sqref') {
      const after = movedList(part.text, (area) => movedArea(g, area));
      if (after === undefined) throw refuse('unknown-content', { place: part.text });
      if (after !== part.text) edits.push(contentEdit(source, part, after));
    }
  }
  return edits;
}

/** A formula's text after the growth; nothing when it reads the same. */
export function formulaEdit(source: string, g: Growth, sheet: string, home: boolean, element: XmlElement): Edit[] {
  const after = movedFormula(element.text, g, sheet, home);
  return after === element.text ? [] : [contentEdit(source, element, escapeMarkup(after))];
}

/** Of a table: a merge within the sample row is repeated in every row; one over several body rows is refused. */
const rowMerge: MoveMerge = (g, area) => {
  if (area.top !== area.bottom) return undefined;
  return area.top === g.first ? repeated(g, area) : [];
};

/** Merges above the body stay, those below move, those in it are asked for. */
function mergeEdit(layout: SheetLayout, g: Growth, element: XmlElement, moveMerge: MoveMerge): Edit {
  const merges: string[] = [];
  for (const item of element.children) {
    const text = item.attributes.get('ref') ?? '';
    const area = parseArea(text);
    if (area === undefined) throw refuse('unknown-content', { part: layout.part, place: text });
    if (area.bottom < g.first) merges.push(text);
    else if (area.top > g.last)
      merges.push(formatArea({ ...area, top: area.top + g.delta, bottom: area.bottom + g.delta }));
    else {
      const moved = moveMerge(g, area);
      if (moved === undefined) throw refuse('merged-rows', { part: layout.part, place: text });
      merges.push(...moved.map(formatArea));
    }
  }
  const name = `${layout.prefix}mergeCell`;
  const content = merges.map((ref) => `<${name} ref="${ref}"/>`).join('');
  const text = `<${element.name} count="${merges.length}">${content}</${element.name}>`;
  return { start: element.start, end: element.end, text: merges.length === 0 ? '' : text };
}

function repeated(g: Growth, area: Area): Area[] {
  return Array.from({ length: g.rows }, (_, i) => ({ ...area, top: g.first + i, bottom: g.first + i }));
}

/** A page break stands behind row `id`. */
function breakEdit(layout: SheetLayout, g: Growth, element: XmlElement): Edit {
  const breaks = element.children.flatMap((item) => {
    const id = Number(item.attributes.get('id') ?? 0);
    const row = movedRow(g, id);
    if (row === undefined) return [];
    const tag = attributeEdit(layout.source, item, { id: String(row) }).text;
    return [item.selfClosing ? tag : tag + layout.source.slice(item.openEnd, item.end)];
  });
  const manual = String(breaks.filter((text) => /\sman\s*=\s*["'](1|true)["']/.test(text)).length);
  const open = attributeEdit(layout.source, element, { count: String(breaks.length), manualBreakCount: manual }).text;
  const text = `${open.replace(/\s*\/>$/, '>') + breaks.join('')}</${element.name}>`;
  return { start: element.start, end: element.end, text: breaks.length === 0 ? '' : text };
}
