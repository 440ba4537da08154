import type { ZipArchive, ZipEntry } from '../zip/read-zip.ts';
import { forEachElement } from './elements.ts';
import { builtInFormat, type NumberFormat, parseFormat } from './number-format.ts';

/** What cell styles say that matters here, by the index that cells name in `s`. */
export interface CellStyles {
  /** Number formats; a workbook without styles has none, and every number is shown as General. */
  readonly formats: readonly NumberFormat[];
  /** Styles whose text is crossed out. */
  readonly struck: ReadonlySet<number>;
}

/** @throws ReadFailure */
export function readStyles(zip: ZipArchive, entry: ZipEntry | undefined): CellStyles {
  const struck = new Set<number>();
  if (entry === undefined) return { formats: [], struck };
  const own = new Map<number, NumberFormat>();
  const used: number[] = [];
  const fonts: boolean[] = [];
  forEachElement(zip, entry, ({ name, attributes, path }) => {
    const parent = path.at(-1);
    if (name === 'numFmt' && parent === 'numFmts') {
      own.set(Number(attributes.get('numFmtId')), parseFormat(attributes.get('formatCode') ?? ''));
    } else if (name === 'font' && parent === 'fonts') {
      fonts.push(false);
    } else if (name === 'strike' && parent === 'font' && path.at(-2) === 'fonts') {
      fonts[fonts.length - 1] = !/^(?:0|false)$/.test(attributes.get('val') ?? '1');
    } else if (name === 'xf' && parent === 'cellXfs') {
      if (fonts[Number(attributes.get('fontId') ?? 0)] === true) struck.add(used.length);
      used.push(Number(attributes.get('numFmtId') ?? 0));
    }
  });
  // Many styles share few formats.
  const cache = new Map<number, NumberFormat>();
  const formats = used.map((id) => {
    const format = cache.get(id) ?? own.get(id) ?? builtInFormat(id);
    cache.set(id, format);
    return format;
  });
  return { formats, struck };
}
