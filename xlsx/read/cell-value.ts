import type { CellTag } from './cell-tag.ts';
import type { NumberFormat } from './number-format.ts';
import { numberText } from './number-text.ts';
import type { PlainValue } from './plain-cell.ts';
import { type Cell, failure, LONGEST_TEXT } from './types.ts';
import { decodeText, detached, itemText } from './xml-text.ts';

/** What cells refer to. */
export interface CellValues {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  /** Styles whose text is crossed out. */
  readonly struck: ReadonlySet<number>;
  readonly date1904: boolean;
}

/**
 * The cell whose content stands between `from` and `to`; `undefined` for one that shows nothing.
 * @throws ReadFailure
 */
export function cellOf(
  xml: string,
  from: number,
  to: number,
  prefix: string,
  column: number,
  tag: CellTag,
  values: CellValues,
): Cell | undefined {
  const { type } = tag;
  if (type === 'inlineStr') {
    return textCell(column, itemText(xml.slice(from, to), prefix));
  }
  const written = valueBetween(xml, from, to, prefix);
  if (written === undefined) return undefined;
  if (type === 's') return sharedCell(column, Number(written), values);
  if (type === 'str') return textCell(column, decodeText(written));
  if (type === 'b') return { column, text: written === '1' || written === 'true' ? 'TRUE' : 'FALSE', kind: 'boolean' };
  if (type === 'e') return { column, text: decodeText(written), kind: 'error' };
  if (type === 'd') return { column, text: isoText(written), kind: 'date' };
  return numberCell(column, written, tag, values);
}

/**
 * The same for a cell that `readPlainCell` could read.
 * @param shared the last cell made of each shared string, which is the answer where that is again asked for
 */
export function plainCellOf(
  xml: string,
  { from, to, index }: PlainValue,
  column: number,
  tag: CellTag,
  values: CellValues,
  shared: (Cell | undefined)[],
): Cell | undefined {
  const { type } = tag;
  if (type === 's') {
    const known = shared[index];
    if (known !== undefined && known.column === column) return known;
    const cell = sharedCell(column, index, values);
    shared[index] = cell;
    return cell;
  }
  const written = xml.slice(from, to);
  return type === 'n' ? numberCell(column, written, tag, values) : textCell(column, decodeText(written));
}

function sharedCell(column: number, index: number, { strings }: CellValues): Cell | undefined {
  const text = strings[index];
  if (text === undefined) throw failure('bad-xml');
  return text === '' ? undefined : { column, text, kind: 'text' };
}

function numberCell(column: number, written: string, { style }: CellTag, values: CellValues): Cell | undefined {
  const number = numberText(written.trim(), values.formats[style], values.date1904);
  if (number === undefined) return textCell(column, decodeText(written));
  return { column, text: detached(number.text), kind: number.kind };
}

function textCell(column: number, text: string): Cell | undefined {
  if (text === '') return undefined;
  if (text.length > LONGEST_TEXT) throw failure('text-too-long');
  return { column, text: detached(text), kind: 'text' };
}

function valueBetween(xml: string, from: number, to: number, prefix: string): string | undefined {
  const open = xml.indexOf(`<${prefix}v`, from);
  if (open < 0 || open >= to) return undefined;
  const start = xml.indexOf('>', open) + 1;
  if (start === 0 || start > to || xml.charCodeAt(start - 2) === 47) return undefined;
  const end = xml.indexOf('<', start);
  return end < 0 || end > to ? undefined : xml.slice(start, end);
}

/** Strict workbooks, and those of 2003 in XML, write dates as ISO 8601: `1990-05-01T00:00:00`. */
export function isoText(written: string): string {
  return written.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace('T', ' ');
}
