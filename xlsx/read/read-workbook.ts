import { openZip, type ZipArchive } from '../zip/read-zip.ts';
import { decodePart } from './decode-part.ts';
import { related } from './relations.ts';
import { guarded, type WorkbookResult } from './result.ts';
import { newBudget, scanSheet } from './scan-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { sheetParts } from './sheet-parts.ts';
import { readStyles } from './styles.ts';
import type { Sheet, Workbook } from './types.ts';

export type { Area, Cell, CellKind, ReadError, ReadErrorCode, Sheet, SheetRow, Workbook } from './types.ts';

/**
 * Reads an .xlsx: all sheets with their texts as displayed. Nothing but the bytes is touched: no links, no entities.
 * Error codes: see `ReadErrorCode`.
 */
export function readWorkbook(bytes: Uint8Array): WorkbookResult {
  const opened = openZip(bytes);
  if (!opened.ok) return opened;
  return guarded(() => read(opened.zip));
}

function read(zip: ZipArchive): Workbook {
  const { relations, date1904, parts } = sheetParts(zip);
  const values = {
    strings: readSharedStrings(zip, related(zip, relations, 'sharedStrings')),
    ...readStyles(zip, related(zip, relations, 'styles')),
    date1904,
  };
  const budget = newBudget();
  const sheets: Sheet[] = [];
  for (const { name, hidden, entry } of parts) sheets.push({ name, hidden, ...scanSheet(zip, entry, values, budget) });
  return { sheets, customXml: readCustomXml(zip) };
}

function readCustomXml(zip: ZipArchive): string[] {
  const items: string[] = [];
  for (const entry of zip.entries) {
    if (!/^\/?customXml[\\/]item\d+\.xml$/i.test(entry.name) || entry.size > 32 * 1024 * 1024) continue;
    items.push(decodePart(zip, entry));
  }
  return items;
}
