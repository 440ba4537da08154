import type { IBorderData, IStyleData } from '@univerjs/core';
import { child, childrenOf, type XmlElement } from '../xml/tree.ts';
import { colorOf, themeColors } from './colors.ts';
import { numberFormats } from './number-formats.ts';

/** `BorderStyleTypes` of Univer, by the names of SpreadsheetML. */
const LINES =
  'none thin hair dotted dashed dashDot dashDotDot double medium mediumDashed mediumDashDot mediumDashDotDot slantDashDot thick'.split(
    ' ',
  );
const HORIZONTAL: ReadonlyMap<string, number> = new Map([
  ['left', 1],
  ['center', 2],
  ['centerContinuous', 2],
  ['right', 3],
  ['justify', 4],
  ['distributed', 6],
]);
const VERTICAL: ReadonlyMap<string, number> = new Map([
  ['top', 1],
  ['center', 2],
  ['justify', 2],
  ['distributed', 2],
  ['bottom', 3],
]);

/** The cell formats of a style sheet as Univer's styles, by index. */
export function cellStyles(styles: XmlElement | undefined, theme: XmlElement | undefined): IStyleData[] {
  const colors = themeColors(theme);
  const pattern = numberFormats(styles);
  const fonts = childrenOf(child(styles, 'fonts'), 'font').map((font) => fontStyle(font, colors));
  const fills = childrenOf(child(styles, 'fills'), 'fill').map((fill) => fillStyle(fill, colors));
  const borders = childrenOf(child(styles, 'borders'), 'border').map((border) => borderStyle(border, colors));
  return childrenOf(child(styles, 'cellXfs'), 'xf').map((format): IStyleData => {
    const index = (name: string): number => Number(format.attributes.get(name) ?? 0);
    const numFmt = pattern(index('numFmtId'));
    return {
      ...fonts[index('fontId')],
      ...fills[index('fillId')],
      ...borders[index('borderId')],
      ...alignmentStyle(child(format, 'alignment')),
      ...(numFmt === undefined ? {} : { n: { pattern: numFmt } }),
    };
  });
}

function fontStyle(font: XmlElement, colors: readonly string[]): IStyleData {
  const value = (local: string): string | undefined => child(font, local)?.attributes.get('val');
  const on = (local: string): boolean => {
    const element = child(font, local);
    return element !== undefined && !['0', 'false', 'none'].includes(element.attributes.get('val') ?? '1');
  };
  const size = Number(value('sz') ?? Number.NaN);
  const name = value('name');
  const color = colorOf(child(font, 'color'), colors);
  return {
    ...(name === undefined ? {} : { ff: name }),
    ...(Number.isFinite(size) ? { fs: size } : {}),
    ...(on('b') ? { bl: 1 } : {}),
    ...(on('i') ? { it: 1 } : {}),
    ...(on('u') ? { ul: { s: 1 } } : {}),
    ...(on('strike') ? { st: { s: 1 } } : {}),
    ...(color === undefined ? {} : { cl: { rgb: color } }),
  };
}

function fillStyle(fill: XmlElement, colors: readonly string[]): IStyleData {
  const pattern = child(fill, 'patternFill');
  if (pattern?.attributes.get('patternType') !== 'solid') return {};
  const color = colorOf(child(pattern, 'fgColor'), colors);
  return color === undefined ? {} : { bg: { rgb: color } };
}

function borderStyle(border: XmlElement, colors: readonly string[]): IStyleData {
  const sides: readonly (readonly [keyof IBorderData, readonly string[]])[] = [
    ['l', ['left', 'start']],
    ['r', ['right', 'end']],
    ['t', ['top']],
    ['b', ['bottom']],
  ];
  const bd: IBorderData = {};
  for (const [key, names] of sides) {
    const side = names.map((name) => child(border, name)).find((element) => element !== undefined);
    const line = LINES.indexOf(side?.attributes.get('style') ?? 'none');
    if (line > 0) bd[key] = { s: line, cl: { rgb: colorOf(child(side, 'color'), colors) ?? '#000000' } };
  }
  return Object.keys(bd).length === 0 ? {} : { bd };
}

function alignmentStyle(alignment: XmlElement | undefined): IStyleData {
  const attribute = (name: string): string => alignment?.attributes.get(name) ?? '';
  const horizontal = HORIZONTAL.get(attribute('horizontal'));
  // Without a word on it SpreadsheetML sets texts on the bottom line, as Univer does not always.
  const vertical = VERTICAL.get(attribute('vertical')) ?? 3;
  const wrap = ['1', 'true'].includes(attribute('wrapText'));
  const rotation = Number(attribute('textRotation') || 0);
  return {
    ...(horizontal === undefined ? {} : { ht: horizontal }),
    vt: vertical,
    ...(wrap ? { tb: 3 } : {}),
    ...(rotation === 0 ? {} : { tr: turned(rotation) }),
  };
}

/** 255 stacks the characters; up to 90 turns upward, 91 to 180 downward. Univer counts downward. */
function turned(rotation: number): { a: number; v?: 0 | 1 } {
  if (rotation === 255) return { a: 0, v: 1 };
  return { a: rotation <= 90 ? -rotation : rotation - 90 };
}
