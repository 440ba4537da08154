import type { ZipErrorCode } from './zip-types.ts';

const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const RAR = [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07];
const SEVEN_ZIP = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];

/**
 * What bytes without a readable ZIP directory are: an old .xls, an encrypted workbook, an old Word document (all live in
 * a compound file, MS-CFB), another archive, a PDF, the beginning of a ZIP, or something else altogether.
 */
export function sniff(bytes: Uint8Array): ZipErrorCode {
  if (bytes.length === 0) return 'empty';
  const begins = (by: readonly number[]): boolean => by.every((byte, index) => bytes[index] === byte);
  if (begins(CFB)) return sniffCompound(bytes);
  if (begins(RAR) || begins(SEVEN_ZIP)) return 'other-archive';
  if (begins(PDF)) return 'pdf';
  // BIFF 2 to 4 without a container: the BOF record.
  if (bytes[0] === 0x09 && (bytes[1] === 0x00 || bytes[1] === 0x02 || bytes[1] === 0x04) && bytes[3] === 0x00) {
    return 'xls';
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05)) return 'truncated';
  return 'not-a-zip';
}

/** Names of a compound file's streams stand in its directory as UTF-16. */
function sniffCompound(bytes: Uint8Array): ZipErrorCode {
  if (includesUtf16(bytes, 'EncryptedPackage')) return 'encrypted';
  if (includesUtf16(bytes, 'Workbook') || includesUtf16(bytes, 'Book')) return 'xls';
  return includesUtf16(bytes, 'WordDocument') ? 'word' : 'not-a-zip';
}

function includesUtf16(bytes: Uint8Array, word: string): boolean {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let index = 0;
    while (index < word.length && bytes[at + 2 * index] === word.charCodeAt(index) && bytes[at + 2 * index + 1] === 0) {
      index++;
    }
    if (index === word.length) return true;
  }
  return false;
}
