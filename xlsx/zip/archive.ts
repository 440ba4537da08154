import { openZip } from './read-zip.ts';
import type { ZipEntry } from './zip-types.ts';

/** A file inside an archive. */
export interface PackedFile {
  /** Its path in the archive with `/`, as whoever packed it saw it. Never used as a place to write to. */
  readonly path: string;
  /** When it was last written, `2017-11-30`; '' where the archive does not say. */
  readonly date: string;
  /** Unpacks it; `undefined` when it is damaged. */
  read(): Uint8Array | undefined;
}

/**
 * The files of a ZIP archive that somebody packed (a village's workbooks in one attachment). `undefined` for anything else: an
 * office document (it is one file, whatever it is packed of), what is no ZIP, has a password, is damaged or unpacks to more
 * than `ZIP_LIMITS`; reading those as a workbook says why they cannot be read.
 */
export function openArchive(bytes: Uint8Array): readonly PackedFile[] | undefined {
  const opened = openZip(bytes);
  if (!opened.ok || opened.zip.find('[Content_Types].xml') !== undefined) return undefined;
  const { zip } = opened;
  return zip.entries.flatMap((entry) => {
    const path = pathOf(entry).replaceAll('\\', '/').replace(/^\/+/u, '');
    if (path === '' || path.endsWith('/')) return [];
    const read = (): Uint8Array | undefined => {
      const unpacked = zip.readEntry(entry);
      return unpacked.ok ? unpacked.bytes : undefined;
    };
    return [{ path, date: dateOf(entry), read }];
  });
}

/** Days since 1980 as DOS writes them: seven bits of years, four of months, five of days. */
function dateOf({ date }: ZipEntry): string {
  const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31];
  if (month < 1 || month > 12 || day < 1) return '';
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030');

/** Windows in China packs names in GBK without saying so; others say UTF-8, or bring it along in an extra field. */
function pathOf({ nameBytes, extra }: ZipEntry): string {
  try {
    return utf8.decode(unicodePath(extra) ?? nameBytes);
  } catch {
    return gb18030.decode(nameBytes);
  }
}

/** The Info-ZIP Unicode Path field (APPNOTE 4.6.9): a version, the checksum of the plain name, the name in UTF-8. */
function unicodePath(extra: Uint8Array): Uint8Array | undefined {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 0x7075 && end <= extra.length && end - at > 9) return extra.subarray(at + 9, end);
    at = end;
  }
  return undefined;
}
