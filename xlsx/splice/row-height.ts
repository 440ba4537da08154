import type { CellValue } from './body-rows.ts';

/** What a wrapped column offers: its width and its letters, both in points. */
export interface TextBox {
  /** Index into the row's values. */
  readonly index: number;
  readonly width: number;
  readonly fontSize: number;
}

/** The attributes for a row's height, ` ht="24" customHeight="1"`. */
export interface RowHeights {
  attributes(cells: readonly CellValue[]): string;
}

/** Of letters such as digits, in parts of a full-width character; a little wide, since fonts are substituted. */
const NARROW = 0.56;
/** Line pitch over font size: 宋体 and 仿宋 need 1.15 to 1.3, the fonts that replace them up to 1.35. */
const LINE = 1.35;
/** Excel shows no row higher than this, in points. */
export const HIGHEST = 409;

/** The height in points that a wrapped text needs in a box. */
export function textHeight(text: string, box: Pick<TextBox, 'width' | 'fontSize'>): number {
  const width = box.width / box.fontSize;
  return (fitsOneLine(text, width) ? 1 : lineCount(text, width)) * box.fontSize * LINE + 4;
}

/** Rows of `standard` points, higher where a wrapped text needs it: a row with a height does not fit itself. */
export function rowHeights(boxes: readonly TextBox[], standard: number | undefined): RowHeights {
  const written = standard === undefined ? '' : ` ht="${standard}" customHeight="1"`;
  const widths = boxes.map((box) => box.width / box.fontSize);
  return {
    attributes(cells) {
      let needed = 0;
      boxes.forEach((box, i) => {
        const value = cells[box.index];
        const width = widths[i] ?? 0;
        if (typeof value !== 'string' || fitsOneLine(value, width)) return;
        const lines = lineCount(value, width);
        if (lines > 1) needed = Math.max(needed, lines * box.fontSize * LINE + 4);
      });
      if (needed <= (standard ?? 0)) return written;
      return ` ht="${Math.min(HIGHEST, Math.ceil(needed * 2) / 2)}" customHeight="1"`;
    },
  };
}

/** Whether a line of `width` full-width characters holds a text: the cheap answer for most, which are short. */
export function fitsOneLine(text: string, width: number): boolean {
  let used = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a) return false;
    used += unit < 0x7f ? NARROW : 1;
    if (used > width) return false;
  }
  return true;
}

const PIECES = /\n|[\u0021-\u007e]+|[^\n]/gu;

/** How many lines a text takes when a line holds `width` full-width characters; Latin words are kept whole. */
export function lineCount(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const [piece] of text.matchAll(PIECES)) {
    if (piece === '\n') {
      lines++;
      used = 0;
      continue;
    }
    const size = /^[\u0020-\u007e]/.test(piece) ? piece.length * NARROW : 1;
    if (used + size > width && used > 0) {
      lines++;
      used = 0;
    }
    if (size > width) {
      // A word longer than the line is broken.
      lines += Math.ceil(size / width) - 1;
      used = size % width;
    } else used += size;
  }
  return lines;
}
