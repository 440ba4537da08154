/** The width of a text in characters of the default font: a Chinese one counts twice. */
export function textUnits(text: string): number {
  let width = 0;
  for (const sign of text) width += sign > '\u2e7f' ? 2 : 1;
  return width;
}
