import { applyEdits, attributeEdit, contentEdit, type Edit } from '../xml/edit.ts';
import { escapeAttribute, escapeMarkup } from '../xml/escape.ts';
import { child, childrenOf } from '../xml/tree.ts';
import { movedFormula } from './formula.ts';
import type { Growth } from './growth.ts';
import { relationsPart, type WorkbookPackage } from './package.ts';
import { refuse } from './refusal.ts';

export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  /** Hidden or very hidden. */
  readonly hidden: boolean;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The workbook's main part and its sheets. @throws Refusal 'unreadable' */
export function workbookOf(pack: WorkbookPackage): { readonly part: string; readonly sheets: readonly SheetEntry[] } {
  const part = pack.relations('').find((relation) => relation.kind === 'officeDocument')?.target;
  if (part === undefined || !pack.has(part)) throw refuse('unreadable', { detail: 'no-workbook' });
  const relations = new Map(pack.relations(part).map((relation) => [relation.id, relation]));
  const sheets = childrenOf(child(pack.parse(part).root, 'sheets'), 'sheet').flatMap((sheet) => {
    const id = [...sheet.attributes].find(([name]) => name.endsWith(':id'))?.[1] ?? '';
    const target = relations.get(id);
    if (target?.kind !== 'worksheet') return [];
    const hidden = (sheet.attributes.get('state') ?? 'visible') !== 'visible';
    return [{ name: sheet.attributes.get('name') ?? '', part: target.target, hidden }];
  });
  return { part, sheets };
}

/**
 * Names that refer to the grown sheet follow (print area, filters), formulas are calculated when the file is opened,
 * and a hidden sheet is listed. The part is left alone when nothing of this changes it.
 */
export function editWorkbook(
  pack: WorkbookPackage,
  part: string,
  sheet: string,
  g: Growth,
  changes: { readonly calculate: boolean; readonly hiddenSheet?: { readonly name: string; readonly relation: string } },
): void {
  const { text, root } = pack.parse(part);
  const colon = root.name.indexOf(':');
  const prefix = root.name.slice(0, colon + 1);
  const edits: Edit[] = [];
  for (const name of childrenOf(child(root, 'definedNames'), 'definedName')) {
    const after = movedFormula(name.text, g, sheet, false);
    if (after !== name.text) edits.push(contentEdit(text, name, escapeMarkup(after)));
  }
  if (changes.calculate) {
    const calc = child(root, 'calcPr');
    if (calc !== undefined) edits.push(attributeEdit(text, calc, { fullCalcOnLoad: '1' }));
    else {
      const before = root.children.findLast((element) => BEFORE_CALC.has(element.local));
      const at = before?.end ?? root.closeStart;
      edits.push({ start: at, end: at, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` });
    }
  }
  const sheets = child(root, 'sheets');
  if (changes.hiddenSheet !== undefined && sheets !== undefined) {
    const ids = sheets.children.map((item) => Number(item.attributes.get('sheetId') ?? 0));
    const { name, relation } = changes.hiddenSheet;
    const declared = ` xmlns:mr="${OFFICE}" mr:id="${relation}"`;
    const item = `<${prefix}sheet name="${escapeAttribute(name)}" sheetId="${Math.max(0, ...ids) + 1}" state="veryHidden"${declared}/>`;
    edits.push({ start: sheets.closeStart, end: sheets.closeStart, text: item });
  }
  if (edits.length > 0) pack.set(part, [applyEdits(text, edits)]);
}

/** Children of a workbook up to `calcPr` (ECMA-376 CT_Workbook). */
const BEFORE_CALC = new Set(
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames'.split(
    ' ',
  ),
);

/** Adds a relationship to a part and answers its id; `kind` is the last word of the type's address. */
export function addRelation(pack: WorkbookPackage, part: string, kind: string, target: string): string {
  const rels = relationsPart(part);
  const entry = (prefix: string, id: string): string =>
    `<${prefix}Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  if (!pack.has(rels)) {
    pack.set(rels, [
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entry('', 'rId1')}</Relationships>`,
    ]);
    return 'rId1';
  }
  const { text, root } = pack.parse(rels);
  const taken = new Set(root.children.map((element) => element.attributes.get('Id')));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number++;
  const prefix = root.name.slice(0, root.name.indexOf(':') + 1);
  const added = root.children.map((e) => text.slice(e.start, e.end)).join('') + entry(prefix, `rId${number}`);
  pack.set(rels, [applyEdits(text, [contentEdit(text, root, added)])]);
  return `rId${number}`;
}

/** Says what kind of part this is, unless it is already said. */
export function addContentType(pack: WorkbookPackage, part: string, type: string): void {
  const list = '[Content_Types].xml';
  const { text, root } = pack.parse(list);
  const name = `/${part}`;
  if (
    childrenOf(root, 'Override').some(
      (element) => element.attributes.get('PartName')?.toLowerCase() === name.toLowerCase(),
    )
  )
    return;
  const prefix = root.name.slice(0, root.name.indexOf(':') + 1);
  const item = `<${prefix}Override PartName="${name}" ContentType="${type}"/>`;
  pack.set(list, [applyEdits(text, [{ start: root.closeStart, end: root.closeStart, text: item }])]);
}

/** Takes a part out with its content type and the relationship from `owner`. */
export function removePart(pack: WorkbookPackage, owner: string, part: string): void {
  pack.remove(part);
  for (const [list, attribute] of [
    ['[Content_Types].xml', 'PartName'],
    [relationsPart(owner), 'Target'],
  ] as const) {
    const { text, root } = pack.parse(list);
    const tail = part.slice(part.lastIndexOf('/') + 1);
    const gone = root.children.filter((element) => element.attributes.get(attribute)?.split('/').at(-1) === tail);
    const edits = gone.map((element) => ({ start: element.start, end: element.end, text: '' }));
    if (edits.length > 0) pack.set(list, [applyEdits(text, edits)]);
  }
}
