import { openZip, type ZipArchive, type ZipEntry } from '../zip/read-zip.ts';
import { decodePart } from './decode-part.ts';
import { forEachElement } from './elements.ts';
import { related, relationsOf } from './relations.ts';
import { newBudget, scanSheet } from './scan-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readFormats } from './styles.ts';
import { failure, type ReadError, ReadFailure, type Sheet, type Workbook } from './types.ts';

export type { Area, Cell, CellKind, ReadError, ReadErrorCode, Sheet, SheetRow, Workbook } from './types.ts';

export type WorkbookResult =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly error: ReadError };

/**
 * Reads an .xlsx: all sheets with their texts as displayed. Nothing but the bytes is touched: no links, no entities.
 * Error codes: see `ReadErrorCode`.
 */
export function readWorkbook(bytes: Uint8Array): WorkbookResult {
  const opened = openZip(bytes);
  if (!opened.ok) return opened;
  try {
    return { ok: true, workbook: read(opened.zip) };
  } catch (error) {
    if (error instanceof ReadFailure) return { ok: false, error: error.error };
    throw error;
  }
}

function read(zip: ZipArchive): Workbook {
  const entry = workbookPart(zip);
  const relations = relationsOf(zip, entry.name.replaceAll('\\', '/'));
  const listed = readSheetList(zip, entry);
  const values = {
    strings: readSharedStrings(zip, related(zip, relations, 'sharedStrings')),
    formats: readFormats(zip, related(zip, relations, 'styles')),
    date1904: listed.date1904,
  };
  const budget = newBudget();
  const sheets: Sheet[] = [];
  for (const { name, hidden, id } of listed.sheets) {
    const relation = relations.find((r) => r.id === id);
    // Chart and dialog sheets hold no cells.
    if (relation?.kind !== 'worksheet') continue;
    const part = zip.find(relation.target);
    if (part === undefined) throw failure('damaged', relation.target);
    sheets.push({ name, hidden, ...scanSheet(zip, part, values, budget) });
  }
  return { sheets, customXml: readCustomXml(zip) };
}

function workbookPart(zip: ZipArchive): ZipEntry {
  const entry = related(zip, relationsOf(zip, ''), 'officeDocument') ?? zip.find('xl/workbook.xml');
  if (entry === undefined) throw failure(zip.find('xl/workbook.bin') ? 'xlsb' : 'no-workbook');
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

function readCustomXml(zip: ZipArchive): string[] {
  const items: string[] = [];
  for (const entry of zip.entries) {
    if (!/^\/?customXml[\\/]item\d+\.xml$/i.test(entry.name) || entry.size > 32 * 1024 * 1024) continue;
    items.push(decodePart(zip, entry));
  }
  return items;
}
