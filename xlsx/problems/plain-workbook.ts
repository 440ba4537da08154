import { notesFiles } from '../package/notes.ts';
import { contentTypes, type Relation, relationships, rootRelationships, workbookPart } from '../package/parts.ts';
import { printNames } from '../package/print-names.ts';
import { sheetNames } from '../package/sheet-names.ts';
import { textPart, writeZip } from '../zip/write-zip.ts';
import { type PlainSheet, sheetPart } from './plain-sheet.ts';
import { STYLES } from './plain-styles.ts';

/** A workbook of lists. The same sheets give the same bytes. */
export function plainWorkbook(sheets: readonly PlainSheet[]): Promise<Uint8Array> {
  const parts = sheets.map(sheetPart);
  const relations: Relation[] = [];
  const types: (readonly [name: string, kind: string])[] = [
    ['xl/workbook.xml', 'spreadsheetml.sheet.main'],
    ['xl/styles.xml', 'spreadsheetml.styles'],
  ];
  const files: (readonly [name: string, text: string])[] = [];
  parts.forEach(({ xml, files: linked, notes }, n) => {
    const name = `worksheets/sheet${n + 1}.xml`;
    const noted = notesFiles(n + 1, notes);
    relations.push({ kind: 'worksheet', target: name });
    types.push([`xl/${name}`, 'spreadsheetml.worksheet'], ...noted.types);
    files.push([`xl/${name}`, xml], ...noted.files);
    const own = [...linked.map((target) => ({ kind: 'hyperlink', target, external: true })), ...noted.relations];
    if (own.length > 0) files.push([`xl/worksheets/_rels/sheet${n + 1}.xml.rels`, relationships(own)]);
  });
  relations.push({ id: 'rIdStyles', kind: 'styles', target: 'styles.xml' });
  const names = sheetNames(sheets.map(({ name }) => name));
  const listed = names.map((name, n) => ({ ...parts[n]?.names, name }));
  const frame: (readonly [name: string, text: string])[] = [
    ['[Content_Types].xml', contentTypes(types, ['vml'])],
    ['_rels/.rels', rootRelationships()],
    ['xl/workbook.xml', workbookPart(listed, { names: printNames(listed) })],
    ['xl/_rels/workbook.xml.rels', relationships(relations)],
    ['xl/styles.xml', STYLES],
  ];
  return writeZip([...frame, ...files].map(([name, text]) => textPart(name, text)));
}
