import { ColorKit, type IStyleData } from '@univerjs/core';
import { walkTable } from './walk-table.ts';

/** The colours that a clerk gave a cell. */
export type Colours = Pick<IStyleData, 'bg' | 'cl'>;

/** A coloured cell of a block; row and column from its first ones. */
export interface ColouredCell {
  readonly row: number;
  readonly column: number;
  readonly colours: Colours;
}

const SHEET_OF_STYLES = /<style[^>]*>([\s\S]*?)<\/style>/gi;
const RULE = /\.([\w-]+)\s*\{([^}]*)\}/g;
const CLASS = /\sclass\s*=\s*["']?([\w -]+)/i;
const BACKGROUND =
  /(?:[\s;{"'=]|^)(?:background(?:-color)?\s*:|bgcolor\s*=)\s*["']?\s*(#[0-9a-f]{3,8}|rgba?\([^)]*\)|[a-z]+)/i;
const LETTERS = /(?:[\s;{"'=]|^)(?:color\s*:|color\s*=)\s*["']?\s*(#[0-9a-f]{3,8}|rgba?\([^)]*\)|[a-z]+)/i;
const NO_BACKGROUND = /^(none|white|transparent|auto|inherit|initial|#fff|#ffffff)$/i;
const NO_COLOUR = /^(black|windowtext|auto|inherit|initial|#000|#000000|rgb\(0, ?0, ?0\))$/i;
/** An element round all that a cell says; one that begins later colours a part of it, which no field keeps. */
const WHOLE = /\s*<(?:font|span)\b[^>]*>/iy;
/** Where colours stand that are not the cell's own: the spreadsheet knows what comes of them. */
const FROM_ABOVE = /<(table|tr|tbody|col)\b[^>]*(bgcolor|background(-color)?\s*:|[\s;"']color\s*[:=])/i;

/** Whether every colour of a page is a cell's own, so that `pastedColours` tells all there are. */
export function hasCellColoursOnly(html: string): boolean {
  return !FROM_ABOVE.test(html);
}

/**
 * The colours of a table that Excel, WPS or Google put on the clipboard, cell by cell; `null` now and then where there
 * is none, so that whoever asks can let the page draw. Cells that are merged down colour every row that they reach.
 */
export function* pastedColours(html: string): Generator<ColouredCell | null> {
  const classes = new Map<string, Colours>();
  for (const [, css = ''] of html.matchAll(SHEET_OF_STYLES))
    for (const [, name = '', body = ''] of css.matchAll(RULE)) classes.set(name, coloursIn(body));
  for (const met of walkTable(html)) {
    if (met === 'table') continue;
    if (met === 'row') {
      yield null;
      continue;
    }
    WHOLE.lastIndex = met.inside;
    const inner = WHOLE.exec(html)?.[0] ?? '';
    const { cl } = { ...ofTag(inner, classes) };
    const colours: Colours = { ...(cl ? { cl } : {}), ...ofTag(met.tag, classes) };
    if (!colours.bg && !colours.cl) continue;
    for (let row = met.row; row < met.row + met.down; row++) yield { row, column: met.column, colours };
  }
}

function ofTag(tag: string, classes: ReadonlyMap<string, Colours>): Colours {
  if (tag === '') return {};
  let colours: Colours = {};
  for (const name of CLASS.exec(tag)?.[1]?.split(' ') ?? []) colours = { ...colours, ...classes.get(name) };
  return { ...colours, ...coloursIn(tag) };
}

function coloursIn(css: string): Colours {
  const bg = read(BACKGROUND.exec(css)?.[1], NO_BACKGROUND);
  const cl = read(LETTERS.exec(css)?.[1], NO_COLOUR);
  return { ...(bg === null ? {} : { bg: { rgb: bg } }), ...(cl === null ? {} : { cl: { rgb: cl } }) };
}

function read(value: string | undefined, none: RegExp): string | null {
  if (value === undefined || none.test(value)) return null;
  const colour = new ColorKit(value);
  return colour.isValid ? colour.toHexString() : null;
}
