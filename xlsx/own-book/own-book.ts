import type { IWorkbookData } from '@univerjs/core';
import { type Note, notesFiles } from '../package/notes.ts';
import { pageNumber } from '../package/page-number.ts';
import { contentTypes, type Relation, relationships, rootRelationships, workbookPart } from '../package/parts.ts';
import { printNames } from '../package/print-names.ts';
import { sheetNames } from '../package/sheet-names.ts';
import { type Identity, identityPart } from '../splice/custom-part.ts';
import { orRefusal, type Spliced } from '../splice/refusal.ts';
import { textPart, writeZip } from '../zip/write-zip.ts';
import { bookPage } from './book-page.ts';
import { sheetPart, styleOf } from './book-sheet.ts';
import { BookStyles } from './book-styles.ts';

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
 * what is hidden and frozen, A4 and its headers on every page. Texts stay texts. The records' ids go along, so that the file comes back as an update.
 * Refuses with `text-too-long` and the sheet and cell: nothing is cut off unseen.
 */
export function ownBook(own: OwnBook): Promise<Spliced<Uint8Array>> {
  return orRefusal(() => write(own));
}

function write({ book, notes, identity, ids = [] }: OwnBook): Promise<Uint8Array> {
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
    return sheet ? [{ sheet, notes: notes.get(id) ?? [], page: bookPage(sheet, pageNumber()) }] : [];
  });
  const relations: Relation[] = [];
  const types: (readonly [name: string, kind: string])[] = [
    ['xl/workbook.xml', 'spreadsheetml.sheet.main'],
    ['xl/styles.xml', 'spreadsheetml.styles'],
  ];
  const files: (readonly [name: string, text: string])[] = [];
  sheets.forEach(({ sheet, notes: own, page }, n) => {
    const name = `worksheets/sheet${n + 1}.xml`;
    const noted = notesFiles(n + 1, own);
    relations.push({ kind: 'worksheet', target: name });
    types.push([`xl/${name}`, 'spreadsheetml.worksheet'], ...noted.types);
    files.push([`xl/${name}`, sheetPart(sheet, look, own.length > 0, page)], ...noted.files);
    if (own.length > 0) files.push([`xl/worksheets/_rels/sheet${n + 1}.xml.rels`, relationships(noted.relations)]);
  });
  relations.push({ id: 'rIdStyles', kind: 'styles', target: 'styles.xml' });
  if (identity) {
    const { chunks, properties } = identityPart(identity, ids);
    relations.push({ id: 'rIdRecords', kind: 'customXml', target: '../customXml/item1.xml' });
    types.push(['customXml/itemProps1.xml', 'customXmlProperties']);
    files.push(
      ['customXml/item1.xml', [...chunks].join('')],
      ['customXml/itemProps1.xml', properties],
      ['customXml/_rels/item1.xml.rels', relationships([{ kind: 'customXmlProps', target: 'itemProps1.xml' }])],
    );
  }
  const names = sheetNames(sheets.map(({ sheet }) => sheet.name ?? ''));
  const listed = names.map((name, n) => ({ name, hidden: Boolean(sheets[n]?.sheet.hidden) }));
  const printed = sheets.map(({ page }, n) => ({ ...page.names, name: names[n] ?? '' }));
  const frame: (readonly [name: string, text: string])[] = [
    ['[Content_Types].xml', contentTypes(types, ['vml'])],
    ['_rels/.rels', rootRelationships()],
    ['xl/workbook.xml', workbookPart(listed, { names: printNames(printed) })],
    ['xl/_rels/workbook.xml.rels', relationships(relations)],
  ];
  const all = [...frame, ...files, ['xl/styles.xml', styles.xml()] as const];
  return writeZip(all.map(([name, text]) => textPart(name, text)));
}
