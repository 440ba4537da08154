import { readOds } from './ods/read-ods.ts';
import { readDelimited } from './read-delimited.ts';
import { readMarkup } from './read-markup.ts';
import { readWorkbook } from './read-workbook.ts';
import type { WorkbookResult } from './result.ts';
import { isCompound } from './xls/compound.ts';
import { isBareBiff, readBareBiff, readXls } from './xls/read-xls.ts';

/**
 * Reads what was mailed, by what the bytes are and not by the file's name: an .xlsx, an .xls or .et, an .ods, else
 * markup that systems export under the name .xls (HTML, XML Spreadsheet 2003), else comma- or tab-separated text.
 * Error codes: those of `readWorkbook`, `readXls`, `readOds` and `readMarkup`.
 */
export function readTables(bytes: Uint8Array): WorkbookResult {
  if (isCompound(bytes)) return readXls(bytes);
  if (isBareBiff(bytes)) return readBareBiff(bytes);
  const read = readWorkbook(bytes);
  if (read.ok) return read;
  if (read.error.code === 'ods') return readOds(bytes);
  if (read.error.code !== 'not-a-zip') return read;
  return readMarkup(bytes) ?? readDelimited(bytes) ?? read;
}
