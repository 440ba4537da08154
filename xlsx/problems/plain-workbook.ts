import { escapeAttribute } from '../xml/escape.ts';
import { textPart, writeZip } from '../zip/write-zip.ts';
import { noteBoxes, notesPart } from './notes.ts';
import { type PlainSheet, type SheetPart, sheetPart } from './plain-sheet.ts';
import { STYLES } from './plain-styles.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook of lists. The same sheets give the same bytes. */
export function plainWorkbook(sheets: readonly PlainSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const parts = sheets.map(sheetPart);
  const list = names.map((name, n) => `<sheet name="${escapeAttribute(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`);
  const workbook = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`;
  const relations = parts.map((_, n) => relation(`rId${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`));
  relations.push(relation('rIdStyles', 'styles', 'styles.xml'));
  const files: [string, string][] = [
    ['[Content_Types].xml', contentTypes(parts)],
    ['_rels/.rels', relationships([relation('rId1', 'officeDocument', 'xl/workbook.xml')])],
    ['xl/workbook.xml', workbook],
    ['xl/_rels/workbook.xml.rels', relationships(relations)],
    ['xl/styles.xml', STYLES],
    ...parts.flatMap((part, n) => sheetFiles(part, n + 1)),
  ];
  return writeZip(files.map(([name, text]) => textPart(name, text)));
}

function sheetFiles(part: SheetPart, number: number): [string, string][] {
  const files: [string, string][] = [[`xl/worksheets/sheet${number}.xml`, part.xml]];
  const relations = part.files.map((file, n) =>
    relation(`rId${n + 1}`, 'hyperlink', escapeAttribute(file), ' TargetMode="External"'),
  );
  if (part.notes.length > 0) {
    relations.push(relation('rIdNotes', 'vmlDrawing', `../drawings/vmlDrawing${number}.vml`));
    relations.push(relation('rIdTexts', 'comments', `../comments${number}.xml`));
    files.push([`xl/comments${number}.xml`, notesPart(part.notes)]);
    files.push([`xl/drawings/vmlDrawing${number}.vml`, noteBoxes(part.notes)]);
  }
  if (relations.length > 0) files.push([`xl/worksheets/_rels/sheet${number}.xml.rels`, relationships(relations)]);
  return files;
}

function contentTypes(parts: readonly SheetPart[]): string {
  const overrides = parts.flatMap((part, n) => {
    const sheet = override(`/xl/worksheets/sheet${n + 1}.xml`, 'worksheet');
    return part.notes.length > 0 ? [sheet, override(`/xl/comments${n + 1}.xml`, 'comments')] : [sheet];
  });
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';
  return `${XML}<Types xmlns="${PACKAGE}/content-types">${defaults}<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${override('/xl/styles.xml', 'styles')}${overrides.join('')}</Types>`;
}

function override(part: string, kind: string): string {
  return `<Override PartName="${part}" ContentType="${TYPE}.${kind}+xml"/>`;
}

function relation(id: string, kind: string, target: string, more = ''): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${more}/>`;
}

function relationships(items: readonly string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

/** Names that every program takes: at most 31 units, none of `[]:*?/\`, each once. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const signs = [...name].map((sign) => (sign < ' ' || '[]:*?/\\'.includes(sign) ? '_' : sign)).slice(0, 27);
    const plain = signs.join('').replace(/^'|'$/g, '_') || '_';
    let next = plain;
    for (let n = 2; taken.has(next.toLowerCase()); n++) next = `${plain}(${n})`;
    taken.add(next.toLowerCase());
    return next;
  });
}
