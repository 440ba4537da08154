import { CellValueType, type ICellData, isTextFormat, type Nullable, numfmt, type Styles } from '@univerjs/core';

/**
 * What a clerk sees in the cell, as text. A number with a format is read as displayed (`1990.10` stays `1990.10` where
 * the format says so); an unformatted one as JavaScript prints it, long ones without an exponent.
 */
export function cellText(cell: Nullable<ICellData>, styles: Styles): string {
  if (!cell) return '';
  if (cell.p?.body) return cell.p.body.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n');
  const { v } = cell;
  if (v === undefined || v === null) return '';
  if (typeof v === 'string') return v;
  if (cell.t === CellValueType.BOOLEAN || typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  const pattern = styles.getStyleByCell(cell)?.n?.pattern;
  if (pattern && pattern !== 'General' && !isTextFormat(pattern)) return numfmt.format(pattern, v, { throws: false });
  return Number.isInteger(v) && Math.abs(v) >= 1e21 ? BigInt(v).toString() : String(v);
}

/** A cell that holds this text as text, and nothing where it is blank. */
export function textCell(text: string): ICellData {
  const rest = { p: null, f: null, si: null };
  return text === '' ? { v: null, t: null, ...rest } : { v: text, t: CellValueType.STRING, ...rest };
}
