import { BARE_SHEET } from '../../locale/zh-CN.ts';
import { guarded, type WorkbookResult } from '../result.ts';
import { newBudget } from '../scan-sheet.ts';
import { failure, type Sheet, type Workbook } from '../types.ts';
import { bareBook, readBook } from './book.ts';
import { type Compound, openCompound } from './compound.ts';
import { unlocked } from './decrypt.ts';
import { RECORD, Records } from './records.ts';
import { readSheet } from './sheet.ts';

const WORKBOOK = 0x0005;
const WORKSHEET = 0x0010;

/**
 * Reads what stands in a compound file: a workbook of Excel 5 to 2003 or of WPS (.xls, .et), by what it is and not by
 * its name. Results of formulas are those that the file keeps.
 * Error codes: 'encrypted', 'word', 'xls' (of before Excel 5), 'truncated', 'damaged', 'too-large', 'too-many-cells', 'text-too-long';
 * 'not-a-zip': it is some other document.
 */
export function readXls(bytes: Uint8Array): WorkbookResult {
  return guarded(() => readStream(workbookStream(openCompound(bytes))));
}

/** Whether bytes begin as a BIFF stream does that nobody packed into a compound file; some web systems write such. */
export function isBareBiff(bytes: Uint8Array): boolean {
  return bytes[0] === 0x09 && bytes[1] === 0x08 && (bytes[2] === 8 || bytes[2] === 16) && bytes[3] === 0;
}

/** The same of such a stream. Error codes: as above. */
export function readBareBiff(bytes: Uint8Array): WorkbookResult {
  return guarded(() => readStream(bytes));
}

/**
 * The stream of the workbook in a compound file.
 * @throws ReadFailure: see `readXls`
 */
export function workbookStream(file: Compound): Uint8Array {
  if (file.has('encryptedpackage')) throw failure('encrypted');
  const stream = file.read('workbook') ?? file.read('book');
  if (stream === undefined) throw failure(file.has('worddocument') ? 'word' : 'not-a-zip');
  const open = unlocked(stream);
  if (open === undefined) throw failure('encrypted');
  return open;
}

function readStream(stream: Uint8Array): Workbook {
  const records = new Records(stream);
  // Before Excel 5 a stream began with other numbers.
  if (!records.next() || records.id !== RECORD.begin) throw failure(stream[0] === 0x09 ? 'xls' : 'damaged');
  const version = records.u16(0);
  const kind = records.u16(2);
  const budget = newBudget();
  if (kind === WORKSHEET) {
    const sheet = readSheet(records, bareBook(version), budget);
    return { sheets: [{ name: BARE_SHEET, hidden: false, ...sheet }], customXml: [] };
  }
  if (kind !== WORKBOOK) throw failure('damaged');
  const book = readBook(records, version);
  const sheets: Sheet[] = [];
  // Sheets stand one behind the other: all together are no longer than the stream, unless their places lie.
  let left = stream.length;
  for (const { name, hidden, at } of book.sheets) {
    if (at + 4 > stream.length) throw failure('damaged');
    const own = new Records(stream, at);
    if (!own.next() || own.id !== RECORD.begin) throw failure('damaged');
    sheets.push({ name, hidden, ...readSheet(own, book, budget) });
    left -= own.end - at;
    if (left < 0) throw failure('damaged');
  }
  return { sheets, customXml: [] };
}
