import type { ZipArchive, ZipEntry } from '../zip/read-zip.ts';
import { forEachElement } from './elements.ts';
import { type Relation, related, relationsOf } from './relations.ts';
import { failure } from './types.ts';

/** Where a workbook's sheets stand. */
export interface SheetParts {
  /** The workbook part's name, and its relationships. */
  readonly part: string;
  readonly relations: readonly Relation[];
  readonly date1904: boolean;
  /** Worksheets in their order; chart and dialog sheets hold no cells. */
  readonly parts: readonly { readonly name: string; readonly hidden: boolean; readonly entry: ZipEntry }[];
}

/**
 * Finds the worksheets of a workbook.
 * @throws ReadFailure
 */
export function sheetParts(zip: ZipArchive): SheetParts {
  const entry = workbookPart(zip);
  const part = entry.name.replaceAll('\\', '/');
  const relations = relationsOf(zip, part);
  const listed = readSheetList(zip, entry);
  const parts = listed.sheets.flatMap(({ name, hidden, id }) => {
    const relation = relations.find((r) => r.id === id);
    if (relation?.kind !== 'worksheet') return [];
    const sheet = zip.find(relation.target);
    if (sheet === undefined) throw failure('damaged', relation.target);
    return [{ name, hidden, entry: sheet }];
  });
  return { part, relations, date1904: listed.date1904, parts };
}

function workbookPart(zip: ZipArchive): ZipEntry {
  const entry = related(zip, relationsOf(zip, ''), 'officeDocument') ?? zip.find('xl/workbook.xml');
  if (entry === undefined) {
    throw failure(zip.find('xl/workbook.bin') ? 'xlsb' : zip.find('word/document.xml') ? 'word' : 'no-workbook');
  }
  if (/\.bin$/i.test(entry.name)) throw failure('xlsb');
  return entry;
}

interface SheetList {
  readonly date1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly id: string }[];
}

function readSheetList(zip: ZipArchive, entry: ZipEntry): SheetList {
  const sheets: { name: string; hidden: boolean; id: string }[] = [];
  let date1904 = false;
  let root = '';
  forEachElement(zip, entry, ({ name, attributes, path }) => {
    if (path.length === 0) root = name;
    if (name === 'workbookPr') date1904 = /^(1|true|on)$/.test(attributes.get('date1904') ?? '');
    if (name !== 'sheet' || path.at(-1) !== 'sheets') return;
    const hidden = /hidden/i.test(attributes.get('state') ?? '');
    sheets.push({ name: attributes.get('name') ?? '', hidden, id: attributes.get('id') ?? '' });
  });
  if (root !== 'workbook') throw failure('no-workbook', entry.name);
  return { date1904, sheets };
}
