/** A point of a colour scale; `colour` as `F8696B`. */
export interface ScalePoint {
  readonly at: number;
  readonly colour: string;
}

const parts = (colour: string): readonly number[] =>
  [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/**
 * The colour of a number as Excel's colour scales give it: between two points in proportion, beyond them the end's.
 * @returns `#F8696B`
 */
export function colourAt(points: readonly ScalePoint[], value: number): string | null {
  const above = points.find(({ at }) => value <= at);
  const below = points.findLast(({ at }) => value >= at);
  const [from, to] = [below ?? above, above ?? below];
  if (!from || !to) return null;
  const share = to.at === from.at ? 0 : (value - from.at) / (to.at - from.at);
  const mixed = parts(from.colour).map((part, n) => Math.round(part + share * ((parts(to.colour)[n] ?? part) - part)));
  return `#${mixed
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`;
}
