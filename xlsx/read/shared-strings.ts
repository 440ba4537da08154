import type { ZipArchive, ZipEntry } from '../zip/read-zip.ts';
import { forEachChunk } from './chunks.ts';
import { failure, LONGEST_TEXT } from './types.ts';
import { decodeText, detached, itemText } from './xml-text.ts';

const MOST = 2_500_000;

/**
 * The workbook's table of strings, by index.
 * @throws ReadFailure
 */
export function readSharedStrings(zip: ZipArchive, entry: ZipEntry | undefined): readonly string[] {
  const strings: string[] = [];
  if (entry === undefined) return strings;
  forEachChunk(zip, entry, {
    root: 'sst',
    item: 'si',
    cut: (xml, prefix) => {
      const close = xml.lastIndexOf(`</${prefix}si>`);
      const open = xml.lastIndexOf(`<${prefix}si`);
      return Math.max(open, close < 0 ? 0 : close + prefix.length + 5, 0);
    },
    scan: (xml, prefix) => scanItems(xml, prefix, strings),
  });
  return strings;
}

function scanItems(xml: string, prefix: string, strings: string[]): void {
  const open = `<${prefix}si`;
  const close = `</${prefix}si>`;
  const plainOpen = `<${prefix}si><${prefix}t>`;
  const plainClose = `</${prefix}t></${prefix}si>`;
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
    if (strings.length >= MOST) throw failure('too-many-cells');
    // Nearly every string is one text and nothing else.
    if (xml.startsWith(plainOpen, at)) {
      const from = at + plainOpen.length;
      const to = xml.indexOf('<', from);
      if (to >= 0 && xml.startsWith(plainClose, to)) {
        strings.push(itself(decodeText(xml.slice(from, to))));
        at = to + plainClose.length;
        continue;
      }
    }
    const start = xml.indexOf('>', at);
    if (start < 0) throw failure('bad-xml');
    if (xml.charCodeAt(start - 1) === 47) {
      strings.push('');
      at = start;
      continue;
    }
    const end = xml.indexOf(close, start);
    if (end < 0) throw failure('bad-xml');
    strings.push(itself(itemText(xml.slice(start + 1, end), prefix)));
    at = end;
  }
}

function itself(text: string): string {
  if (text.length > LONGEST_TEXT) throw failure('text-too-long');
  return detached(text);
}
