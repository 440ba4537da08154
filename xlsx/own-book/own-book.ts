import type { IWorkbookData } from '@univerjs/core';
import { noteBoxes, notesPart } from '../problems/notes.ts';
import type { Note } from '../problems/plain-sheet.ts';
import { sheetNames } from '../problems/plain-workbook.ts';
import { type Identity, identityPart } from '../splice/custom-part.ts';
import { escapeAttribute } from '../xml/escape.ts';
import { type NewPart, textPart, writeZip } from '../zip/write-zip.ts';
import { sheetPart, styleOf } from './book-sheet.ts';
import { BookStyles } from './book-styles.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface OwnBook {
  /** The workbook as Univer saves it, texts of records and drawn numbers in it. */
  readonly book: Pick<IWorkbookData, 'sheets' | 'sheetOrder' | 'styles' | 'defaultStyle'>;
  /** Notes by the sheet's id. */
  readonly notes: ReadonlyMap<string, readonly Note[]>;
  /** Whose rows the records' table has; an empty id for rows between them that are nobody's. */
  readonly identity?: Identity;
  readonly ids?: readonly string[];
}

/**
 * The clerk's whole workbook as .xlsx (另存工作簿): every sheet with its texts, own columns, looks, sizes, merges, notes,
 * what is hidden and frozen. Texts stay texts. The records' ids go along, so that the file comes back as an update.
 */
export function ownBook({ book, notes, identity, ids = [] }: OwnBook): Promise<Uint8Array> {
  const standard = styleOf(book.defaultStyle, book.styles);
  const styles = new BookStyles(standard);
  const known = new Map<unknown, number>();
  const look = (s: Parameters<typeof styleOf>[0]): number => {
    const found = known.get(s);
    if (found !== undefined) return found;
    const index = styles.index({ ...standard, ...styleOf(s, book.styles) });
    known.set(s, index);
    return index;
  };
  const sheets = book.sheetOrder.flatMap((id) => {
    const sheet = book.sheets[id];
    return sheet ? [{ sheet, notes: notes.get(id) ?? [] }] : [];
  });
  const names = sheetNames(sheets.map(({ sheet }) => sheet.name ?? ''));
  const list = names.map((name, n) => {
    const state = sheets[n]?.sheet.hidden ? ' state="hidden"' : '';
    return `<sheet name="${escapeAttribute(name)}" sheetId="${n + 1}"${state} r:id="rId${n + 1}"/>`;
  });
  const relations = sheets.map((_, n) => relation(`rId${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`));
  relations.push(relation('rIdStyles', 'styles', 'styles.xml'));
  const types = [
    override('/xl/workbook.xml', 'spreadsheetml.sheet.main'),
    override('/xl/styles.xml', 'spreadsheetml.styles'),
  ];
  const parts: NewPart[] = [];
  sheets.forEach(({ sheet, notes: own }, n) => {
    types.push(override(`/xl/worksheets/sheet${n + 1}.xml`, 'spreadsheetml.worksheet'));
    parts.push(textPart(`xl/worksheets/sheet${n + 1}.xml`, sheetPart(sheet, look, own.length > 0)));
    if (own.length === 0) return;
    types.push(override(`/xl/comments${n + 1}.xml`, 'spreadsheetml.comments'));
    parts.push(
      textPart(`xl/comments${n + 1}.xml`, notesPart(own)),
      textPart(`xl/drawings/vmlDrawing${n + 1}.vml`, noteBoxes(own)),
      textPart(
        `xl/worksheets/_rels/sheet${n + 1}.xml.rels`,
        relationships([
          relation('rIdNotes', 'vmlDrawing', `../drawings/vmlDrawing${n + 1}.vml`),
          relation('rIdTexts', 'comments', `../comments${n + 1}.xml`),
        ]),
      ),
    );
  });
  if (identity) {
    const { chunks, properties } = identityPart(identity, ids);
    relations.push(relation('rIdRecords', 'customXml', '../customXml/item1.xml'));
    types.push(override('/customXml/itemProps1.xml', 'customXmlProperties'));
    parts.push(
      textPart('customXml/item1.xml', [...chunks].join('')),
      textPart('customXml/itemProps1.xml', properties),
      textPart('customXml/_rels/item1.xml.rels', relationships([relation('rId1', 'customXmlProps', 'itemProps1.xml')])),
    );
  }
  return writeZip([
    textPart('[Content_Types].xml', contentTypes(types)),
    textPart('_rels/.rels', relationships([relation('rId1', 'officeDocument', 'xl/workbook.xml')])),
    textPart(
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
    ),
    textPart('xl/_rels/workbook.xml.rels', relationships(relations)),
    ...parts,
    textPart('xl/styles.xml', styles.xml()),
  ]);
}

function contentTypes(overrides: readonly string[]): string {
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="${TYPE}.vmlDrawing"/>${overrides.join('')}</Types>`;
}

function override(part: string, kind: string): string {
  return `<Override PartName="${part}" ContentType="${TYPE}.${kind}+xml"/>`;
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
}

function relationships(items: readonly string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}
