import { decodeDeclared } from './delimited-text.ts';
import { readFlatOds } from './ods/read-ods.ts';
import { readHtml } from './read-html.ts';
import { readSpreadsheetXml } from './read-spreadsheet-xml.ts';
import { type ReadError, ReadFailure, type Workbook } from './types.ts';

/** Markup is larger than what it says; larger than this it is no roster. Bytes. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Reads markup under the name .xls, as systems export it: an HTML page with tables, or XML Spreadsheet 2003; a spreadsheet
 * in OpenDocument format in one file (.fods) too. `undefined` when the bytes are no markup.
 * Error codes: 'not-a-zip' (a page saved as one file), 'too-large', 'too-many-cells', 'text-too-long'; 'web-page': a page without a table.
 */
export function readMarkup(
  bytes: Uint8Array,
): { readonly ok: true; readonly workbook: Workbook } | { readonly ok: false; readonly error: ReadError } | undefined {
  const begins = beginningOf(bytes);
  if (begins === undefined) return undefined;
  // A page saved as one file (.mht) has its table packed in mail: Excel opens it.
  if (begins === 'mail') return { ok: false, error: { code: 'not-a-zip' } };
  if (bytes.length > LARGEST) return { ok: false, error: { code: 'too-large' } };
  const text = decodeDeclared(bytes);
  if (text === undefined) return undefined;
  const head = text.slice(0, 4_096);
  try {
    const isBook = /<(?:\w+:)?Workbook[\s>]/.test(head) && head.includes('schemas-microsoft-com:office:spreadsheet');
    if (/<office:document[\s>]/.test(head)) return readFlatOds(text);
    const isPage = /<(?:!doctype\s+html|html|head|meta|body|table|div|script)[\s>]/i.test(head);
    const workbook = isBook ? readSpreadsheetXml(text) : isPage ? readHtml(text) : undefined;
    if (workbook !== undefined) return { ok: true, workbook };
    return isPage ? { ok: false, error: { code: 'web-page' } } : undefined;
  } catch (error) {
    if (error instanceof ReadFailure) return { ok: false, error: error.error };
    throw error;
  }
}

/** `<`, in UTF-16 too, or the head of a mail. */
function beginningOf(bytes: Uint8Array): 'markup' | 'mail' | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 256)).replace(
    /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/,
    '',
  );
  if (/^[\s\0]*</.test(head)) return 'markup';
  return /^(?:MIME-Version|From):/i.test(head) ? 'mail' : undefined;
}
