import { movedFormula } from '../splice/formula.ts';
import type { Growth } from '../splice/growth.ts';
import { growth } from '../splice/growth.ts';
import { relationsPart, type WorkbookPackage } from '../splice/package.ts';
import { editWorkbook, removePart } from '../splice/workbook-parts.ts';
import { applyEdits, attributeEdit, contentEdit, type Edit, withAttribute } from '../xml/edit.ts';
import { escapeAttribute, escapeMarkup } from '../xml/escape.ts';
import { child, childrenOf, type XmlElement } from '../xml/tree.ts';

/** A person's sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly part: string;
  readonly drawing: string | undefined;
  readonly growths: readonly Growth[];
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument';

/** Lists the people's sheets in the place of the template's; its names (print area) are repeated for each of them. */
export function listSheets(
  pack: WorkbookPackage,
  workbook: string,
  template: string,
  sheets: readonly ListedSheet[],
): void {
  const { text, root } = pack.parse(workbook);
  const list = child(root, 'sheets');
  const index = childrenOf(list, 'sheet').findIndex((sheet) => sheet.attributes.get('name') === template);
  const own = childrenOf(list, 'sheet')[index];
  const [first, ...others] = sheets;
  if (list === undefined || own === undefined || first === undefined) throw new Error('no sheet to list');
  const ids = childrenOf(list, 'sheet').map((sheet) => Number(sheet.attributes.get('sheetId') ?? 0));
  const freeId = Math.max(0, ...ids) + 1;
  const relations = addSheetRelations(pack, workbook, others);
  const idName = [...own.attributes.keys()].find((name) => name.endsWith(':id')) ?? 'r:id';
  const tag = text.slice(own.start, own.openEnd);
  const items = others.map((sheet, i) => {
    const named = withAttribute(tag, 'name', sheet.name);
    const numbered = withAttribute(named, 'sheetId', String(freeId + i));
    return `${withAttribute(numbered, idName, relations[i] ?? '').replace(/\s*\/?>$/, '')}/>`;
  });
  const edits: Edit[] = [
    attributeEdit(text, own, { name: first.name }),
    { start: own.end, end: own.end, text: items.join('') },
    ...nameEdits(text, child(root, 'definedNames'), template, index, sheets),
  ];
  pack.set(workbook, [applyEdits(text, edits)]);
  addContentTypes(pack, others);
}

function nameEdits(
  text: string,
  names: XmlElement | undefined,
  template: string,
  index: number,
  sheets: readonly ListedSheet[],
): Edit[] {
  return childrenOf(names, 'definedName').flatMap((name): Edit[] => {
    const local = name.attributes.get('localSheetId');
    const of = (sheet: ListedSheet): string => renamed(name.text, template, sheet);
    if (local === undefined) {
      const [first] = sheets;
      return first === undefined ? [] : [contentEdit(text, name, escapeMarkup(of(first)))];
    }
    const at = Number(local);
    if (at < index) return [];
    if (at > index) return [attributeEdit(text, name, { localSheetId: String(at + sheets.length - 1) })];
    const open = text.slice(name.start, name.openEnd);
    const copies = sheets.map((sheet, i) => {
      const tag = withAttribute(open, 'localSheetId', String(index + i));
      return `${tag}${escapeMarkup(of(sheet))}</${name.name}>`;
    });
    return [{ start: name.start, end: name.end, text: copies.join('') }];
  });
}

/** A name's formula with its rows moved as the sheet's were, and the sheet's name in it. */
function renamed(formula: string, template: string, sheet: ListedSheet): string {
  const moved = sheet.growths.reduce((text, g) => movedFormula(text, g, template, false), formula);
  const plain = template.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const quoted = `'${sheet.name.replaceAll("'", "''")}'!`;
  return moved.replace(
    new RegExp(`'${plain.replaceAll("'", "''")}'!|(?<![\\p{L}\\p{N}_.'])${plain}!`, 'gu'),
    () => quoted,
  );
}

function addSheetRelations(pack: WorkbookPackage, workbook: string, sheets: readonly ListedSheet[]): string[] {
  const rels = relationsPart(workbook);
  const { text, root } = pack.parse(rels);
  const taken = root.children.map((item) => Number(/[0-9]+$/.exec(item.attributes.get('Id') ?? '')?.[0] ?? 0));
  const free = Math.max(0, ...taken) + 1;
  const prefix = root.name.slice(0, root.name.indexOf(':') + 1);
  const ids = sheets.map((_, i) => `rId${free + i}`);
  const items = sheets.map(
    (sheet, i) =>
      `<${prefix}Relationship Id="${ids[i]}" Type="${OFFICE}/worksheet" Target="/${escapeAttribute(sheet.part)}"/>`,
  );
  pack.set(rels, [applyEdits(text, [{ start: root.closeStart, end: root.closeStart, text: items.join('') }])]);
  return ids;
}

function addContentTypes(pack: WorkbookPackage, sheets: readonly ListedSheet[]): void {
  const { text, root } = pack.parse('[Content_Types].xml');
  const prefix = root.name.slice(0, root.name.indexOf(':') + 1);
  const item = (part: string, type: string): string =>
    `<${prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${TYPE}.${type}+xml"/>`;
  const items = sheets.map(
    ({ part, drawing }) =>
      item(part, 'spreadsheetml.worksheet') + (drawing === undefined ? '' : item(drawing, 'drawing')),
  );
  pack.set('[Content_Types].xml', [
    applyEdits(text, [{ start: root.closeStart, end: root.closeStart, text: items.join('') }]),
  ]);
}

/** Formulas are calculated when the file is opened; the chain that lists them by address is left to be built anew. */
export function recalculate(pack: WorkbookPackage, workbook: string, sheet: string): void {
  editWorkbook(pack, workbook, sheet, growth(1, 1, 1), { calculate: true });
  const chain = pack.relations(workbook).find((relation) => relation.kind === 'calcChain');
  if (chain !== undefined && pack.has(chain.target)) removePart(pack, workbook, chain.target);
}
