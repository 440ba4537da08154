import { openContainer, type ZipArchive } from '../../zip/read-zip.ts';
import { decodePart, decodePieces } from '../decode-part.ts';
import { guarded, type WorkbookResult } from '../result.ts';
import { failure, type Workbook } from '../types.ts';
import { LARGEST_CONTENT } from './limits.ts';
import { scanXml, type XmlReader } from './scan-xml.ts';
import { OdsStyles } from './styles.ts';
import { OdsTables } from './tables.ts';

const LARGEST_MANIFEST = 4 * 1024 * 1024;
const LARGEST_STYLES = 24 * 1024 * 1024;

/**
 * Reads a spreadsheet in OpenDocument format (.ods): texts as they were displayed, in the shapes of an .xlsx.
 * Error codes: those of a container, 'encrypted', 'word', 'ods' (another document than a spreadsheet), 'bad-xml', 'dtd',
 * 'too-many-cells', 'text-too-long'.
 */
export function readOds(bytes: Uint8Array): WorkbookResult {
  const opened = openContainer(bytes);
  if (!opened.ok) return opened;
  return guarded(() => read(opened.zip));
}

/** The same of one in a single XML file (.fods). */
export function readFlatOds(text: string): WorkbookResult {
  return guarded(() => {
    const tables = new OdsTables();
    scanXml('', (write) => write(text), tables);
    return workbookOf(tables);
  });
}

function read(zip: ZipArchive): Workbook {
  const manifest = zip.find('META-INF/manifest.xml');
  // Everything but the list of parts is locked by a password.
  if (
    manifest !== undefined &&
    manifest.size < LARGEST_MANIFEST &&
    decodePart(zip, manifest).includes('encryption-data')
  )
    throw failure('encrypted');
  const content = zip.find('content.xml');
  if (content === undefined) throw failure('damaged', 'content.xml');
  if (content.size > LARGEST_CONTENT) throw failure('too-large', content.name);
  const styles = new OdsStyles();
  const named = zip.find('styles.xml');
  if (named !== undefined && named.size < LARGEST_STYLES)
    scanXml(named.name, (write) => decodePieces(zip, named, write), styleReader(styles));
  const tables = new OdsTables(styles);
  scanXml(content.name, (write) => decodePieces(zip, content, write), tables);
  return workbookOf(tables);
}

function workbookOf({ sheets, kind }: OdsTables): Workbook {
  if (kind === 'text') throw failure('word');
  if (kind !== 'spreadsheet') throw failure('ods');
  return { sheets, customXml: [] };
}

function styleReader(styles: OdsStyles): XmlReader {
  return {
    open: (name, attributes) => styles.open(name, attributes),
    text: () => undefined,
    close: (name) => styles.close(name),
  };
}
