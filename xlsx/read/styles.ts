import type { ZipArchive, ZipEntry } from '../zip/read-zip.ts';
import { forEachElement } from './elements.ts';
import { builtInFormat, type NumberFormat, parseFormat } from './number-format.ts';

/**
 * The number format of each cell style, by the index that cells name in `s`. A workbook without styles has none, and
 * every number is shown as General.
 * @throws ReadFailure
 */
export function readFormats(zip: ZipArchive, entry: ZipEntry | undefined): readonly NumberFormat[] {
  if (entry === undefined) return [];
  const own = new Map<number, NumberFormat>();
  const used: number[] = [];
  forEachElement(zip, entry, ({ name, attributes, path }) => {
    if (name === 'numFmt' && path.at(-1) === 'numFmts') {
      own.set(Number(attributes.get('numFmtId')), parseFormat(attributes.get('formatCode') ?? ''));
    } else if (name === 'xf' && path.at(-1) === 'cellXfs') {
      used.push(Number(attributes.get('numFmtId') ?? 0));
    }
  });
  // Many styles share few formats.
  const cache = new Map<number, NumberFormat>();
  return used.map((id) => {
    const format = cache.get(id) ?? own.get(id) ?? builtInFormat(id);
    cache.set(id, format);
    return format;
  });
}
