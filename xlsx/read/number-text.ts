import { serialToText } from './dates.ts';
import { formatDigits, type NumberFormat } from './number-format.ts';
import type { CellKind } from './types.ts';

/** From here on a number cell has lost digits: spreadsheets keep fifteen. */
const EXACT = 1e15;

/**
 * What a number cell shows. `written` is the number as the file writes it.
 * The answer is `undefined` where it is no number at all.
 */
export function numberText(
  written: string,
  format: NumberFormat | undefined,
  date1904: boolean,
): { readonly text: string; readonly kind: CellKind } | undefined {
  const value = Number(written);
  if (written === '' || Number.isNaN(value)) return undefined;
  if (Math.abs(value) >= EXACT) return { text: exponent(written, value), kind: 'number' };
  if (format?.kind === 'date') {
    const text = serialToText(value, date1904);
    if (text !== undefined) return { text, kind: 'date' };
  }
  if (format?.kind === 'time' && value >= 0 && value < 1) {
    return { text: (serialToText(value, date1904) ?? '').slice(11) || '00:00', kind: 'date' };
  }
  if (format?.kind === 'digits') return { text: formatDigits(value, format.sections), kind: 'number' };
  return { text: generalText(written, value), kind: 'number' };
}

/** General: the file's own digits where they are plain, else the shortest that fifteen digits need. */
function generalText(written: string, value: number): string {
  if (/^-?(?:0|[1-9]\d{0,14})$/.test(written)) return written;
  return String(Number(value.toPrecision(15)));
}

/** `511425198501010000` and `5.1142519850101E17` alike as `5.1142519850101E+17`: nobody shall take it for 18 digits. */
function exponent(written: string, value: number): string {
  if (/^-?\d(?:\.\d+)?E\+?\d+$/i.test(written)) return written.toUpperCase().replace(/E(?=\d)/, 'E+');
  return value.toExponential().toUpperCase();
}
