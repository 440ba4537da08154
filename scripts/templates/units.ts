/** Pixels (96 dpi) of the widest digit of the default font, 宋体 11 pt; column widths are counted in it. */
export const DIGIT_WIDTH = 8;

/** A column width in mm as SpreadsheetML counts it: characters of the default font. */
export function columnWidth(mm: number): string {
  const pixels = Math.round((mm / 25.4) * 96);
  return (Math.trunc((pixels / DIGIT_WIDTH) * 256) / 256).toString();
}

/** A page margin in mm as SpreadsheetML counts it: inches. */
export function inches(mm: number): string {
  return (Math.round((mm / 25.4) * 10_000) / 10_000).toString();
}
