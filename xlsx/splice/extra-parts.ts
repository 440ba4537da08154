import { textElement } from '../xml/escape.ts';
import { columnName } from './a1.ts';
import { IDENTITY_NAMESPACE, type Identity, identityPart } from './custom-part.ts';
import type { WorkbookPackage } from './package.ts';
import type { ChoiceColumn } from './validation.ts';
import { addContentType, addRelation } from './workbook-parts.ts';

const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument';

/** Puts the ids into our custom part, the template's own one if it has one. */
export function writeIdentity(
  pack: WorkbookPackage,
  workbook: string,
  identity: Identity,
  ids: readonly string[],
): void {
  writeCustomPart(pack, workbook, identityPart(identity, ids));
}

/** Puts a custom part of ours into the workbook, in the place of the one that it has. */
export function writeCustomPart(
  pack: WorkbookPackage,
  workbook: string,
  { chunks, properties }: { readonly chunks: Iterable<string>; readonly properties: string },
): void {
  const existing = pack
    .relations(workbook)
    .find(
      (relation) =>
        relation.kind === 'customXml' &&
        pack.has(relation.target) &&
        pack.text(relation.target).includes(IDENTITY_NAMESPACE),
    );
  if (existing !== undefined) {
    pack.set(existing.target, chunks);
    return;
  }
  const number = freeNumber(pack, (n) => `customXml/item${n}.xml`);
  const item = `customXml/item${number}.xml`;
  const props = `customXml/itemProps${number}.xml`;
  const up = '../'.repeat(workbook.split('/').length - 1);
  addRelation(pack, workbook, 'customXml', `${up}${item}`);
  pack.set(item, chunks);
  addRelation(pack, item, 'customXmlProps', `itemProps${number}.xml`);
  pack.set(props, [properties]);
  addContentType(pack, item, 'application/xml');
  addContentType(pack, props, `${OFFICE_TYPE}.customXmlProperties+xml`);
}

/** Adds the sheet that holds long lists of choices, one per column; answers its relationship's id. */
export function writeChoiceSheet(pack: WorkbookPackage, workbook: string, columns: readonly ChoiceColumn[]): string {
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  const number = freeNumber(pack, (n) => `${folder}worksheets/sheet${n}.xml`);
  const part = `${folder}worksheets/sheet${number}.xml`;
  pack.set(part, [choiceSheet(columns)]);
  addContentType(pack, part, `${OFFICE_TYPE}.spreadsheetml.worksheet+xml`);
  return addRelation(pack, workbook, 'worksheet', `worksheets/sheet${number}.xml`);
}

function choiceSheet(columns: readonly ChoiceColumn[]): string {
  const height = Math.max(0, ...columns.map((column) => column.choices.length));
  const rows = Array.from({ length: height }, (_, i) => {
    const cells = columns.flatMap(({ column, choices }) => {
      const choice = choices[i];
      return choice === undefined
        ? []
        : `<c r="${columnName(column)}${i + 1}" t="inlineStr"><is>${textElement(choice)}</is></c>`;
    });
    return `<row r="${i + 1}">${cells.join('')}</row>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function freeNumber(pack: WorkbookPackage, name: (n: number) => string): number {
  let number = 1;
  while (pack.has(name(number))) number++;
  return number;
}
