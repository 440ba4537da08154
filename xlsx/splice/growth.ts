import { type Area, MAX_ROW } from './a1.ts';

/** Rows `first`…`last` of the template become `rows` rows; what stands below moves by `delta`. */
export interface Growth {
  readonly first: number;
  readonly last: number;
  readonly rows: number;
  readonly delta: number;
  /** The last row afterwards. */
  readonly newLast: number;
}

export function growth(first: number, last: number, rows: number): Growth {
  return { first, last, rows, delta: rows - (last - first + 1), newLast: first + rows - 1 };
}

/** Where a row stands afterwards; a row of the body stays, and may be gone (`undefined`). */
export function movedRow(g: Growth, row: number): number | undefined {
  if (row > g.last) return Math.min(row + g.delta, MAX_ROW);
  return row > g.newLast ? undefined : row;
}

/**
 * Where an area of rules (validation, conditional format, print area) stands afterwards. One that holds the first body
 * row covers all body rows afterwards; one in rows that are gone is `undefined`.
 */
export function movedArea(g: Growth, area: Area): Area | undefined {
  return moved(g, area, area.top <= g.first && area.bottom >= g.first);
}

/** The same for a reference in a formula: only a range that reached the last body row grows with it. */
export function movedReference(g: Growth, area: Area): Area | undefined {
  return moved(g, area, area.top <= g.last && area.bottom >= g.last && area.bottom > area.top);
}

function moved(g: Growth, area: Area, grows: boolean): Area | undefined {
  const top = area.top > g.last ? area.top + g.delta : area.top;
  let bottom = area.bottom;
  if (area.bottom > g.last) bottom = Math.min(area.bottom === MAX_ROW ? MAX_ROW : area.bottom + g.delta, MAX_ROW);
  else if (grows) bottom = g.newLast;
  else if (area.bottom >= g.first) bottom = Math.min(area.bottom, g.newLast);
  return bottom < top ? undefined : { left: area.left, right: area.right, top, bottom };
}
