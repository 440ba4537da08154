import { HIGHEST } from '../splice/row-height.ts';
import type { SheetLayout } from '../splice/sheet-layout.ts';
import { child, childrenOf, type XmlElement } from '../xml/tree.ts';

/** Pages of A4 in points. */
const A4 = { long: 841.89, short: 595.28 };
/** Below half, 10.5 pt is no longer read. */
const SMALLEST = 50;
/** Rows are rounded to pixels by whoever prints; this keeps the last one on its page. */
const SLACK = 0.985;

/** How a sheet prints: its pages by their manual breaks, and the room that a page has. */
export interface PageFit {
  /** Rows that a page ends behind. */
  readonly breaks: readonly number[];
  /** Height of every row in points, by its number; others have `standard`. */
  readonly heights: ReadonlyMap<number, number>;
  readonly standard: number;
  readonly lastRow: number;
  /** Points between the margins. */
  readonly room: number;
  /** Percent that the template asks for. */
  readonly scale: number;
  readonly setup: XmlElement;
}

/** Undefined when the sheet does not say that it prints on A4, or fits itself. */
export function pageFit(layout: SheetLayout): PageFit | undefined {
  const { root } = layout;
  const setup = child(root, 'pageSetup');
  const margins = child(root, 'pageMargins');
  const fits = child(child(root, 'sheetPr'), 'pageSetUpPr')?.attributes.get('fitToPage');
  if (setup === undefined || setup.attributes.get('paperSize') !== '9' || fits === '1' || fits === 'true')
    return undefined;
  const margin = (name: string): number => Number(margins?.attributes.get(name) ?? 0.75) * 72;
  const paper = setup.attributes.get('orientation') === 'landscape' ? A4.short : A4.long;
  const standard = Number(child(root, 'sheetFormatPr')?.attributes.get('defaultRowHeight') ?? 14.25);
  return {
    breaks: childrenOf(child(root, 'rowBreaks'), 'brk').map((item) => Number(item.attributes.get('id') ?? 0)),
    heights: new Map(layout.rows.map(({ row, element }) => [row, Number(element.attributes.get('ht') ?? standard)])),
    standard,
    lastRow: layout.rows.at(-1)?.row ?? 0,
    room: paper - margin('top') - margin('bottom'),
    scale: Number(setup.attributes.get('scale') ?? 100),
    setup,
  };
}

/** How high a row is to be: what its texts need, and whether it may be lower than in the template. */
export interface RowNeed {
  /** In points; rows are never made higher than `HIGHEST`. */
  readonly needed: number;
  readonly yields: boolean;
}

/** A line with one short text in it, in points. */
const LOWEST = 24;

/** How a sheet is printed so that its pages hold their rows. */
export interface Fitted {
  /** Rows whose height differs from the template's, in points. */
  readonly heights: ReadonlyMap<number, number>;
  /** Percent. */
  readonly scale: number;
  /** How much wider the columns are made, so that a smaller scale leaves the table its width on paper. */
  readonly widening: number;
  /** Even at the smallest scale a page does not hold its rows. */
  readonly over: boolean;
}

/**
 * Fits the rows into their pages: first blank room in the lines is given up; when that is not enough, everything is
 * printed smaller and the columns are made wider by as much, so that texts need fewer lines and the grid stays 156 mm.
 * `needs` answers for columns that are so many times wider.
 */
export function fitPages(fit: PageFit, needs: (widening: number) => ReadonlyMap<number, RowNeed>): Fitted {
  const at = (scale: number) => {
    const widening = fit.scale / scale;
    const { heights, highest } = rowsAt(fit, needs(widening), (fit.room * SLACK * 100) / scale);
    return { heights, scale, widening, over: highest > (fit.room * SLACK * 100) / scale };
  };
  const whole = at(fit.scale);
  if (!whole.over) return whole;
  let best = at(Math.min(SMALLEST, fit.scale));
  let low = best.scale + 1;
  let high = fit.scale - 1;
  while (!best.over && low <= high) {
    const middle = Math.floor((low + high) / 2);
    const tried = at(middle);
    if (tried.over) high = middle - 1;
    else {
      best = tried;
      low = middle + 1;
    }
  }
  return best;
}

function rowsAt(fit: PageFit, needs: ReadonlyMap<number, RowNeed>, room: number) {
  const heights = new Map<number, number>();
  let highest = 0;
  for (const rows of pages(fit)) {
    const page = rows.map((row) => pageRow(fit, row, needs.get(row)));
    const total = page.reduce((sum, row) => sum + row.height, 0);
    const yielding = page.reduce((sum, row) => sum + row.height - row.lowest, 0);
    const share = yielding === 0 ? 0 : Math.min(1, Math.max(0, (total - room) / yielding));
    let sum = 0;
    for (const { row, height, lowest, standard } of page) {
      const final = Math.max(lowest, Math.floor((height - (height - lowest) * share) * 2) / 2);
      if (final !== standard) heights.set(row, final);
      sum += final;
    }
    highest = Math.max(highest, sum);
  }
  return { heights, highest };
}

function pages(fit: PageFit): number[][] {
  const list: number[][] = [[]];
  for (let row = 1; row <= fit.lastRow; row++) {
    list.at(-1)?.push(row);
    if (fit.breaks.includes(row)) list.push([]);
  }
  return list;
}

function pageRow(fit: PageFit, row: number, need: RowNeed | undefined) {
  const standard = fit.heights.get(row) ?? fit.standard;
  const needed = Math.min(HIGHEST, Math.ceil((need?.needed ?? 0) * 2) / 2);
  const height = Math.max(standard, needed);
  return { row, standard, height, lowest: need?.yields ? Math.min(height, Math.max(LOWEST, needed)) : height };
}
